import { createHash } from "node:crypto";
import type { ArchiveFile, Manifest } from "./format";

type Scalar = string | number | boolean | null;

/** A row as it may stand in a file; undefined fields are left out. */
export type PlainRow = Record<string, Scalar | Scalar[] | undefined>;

function write(value: Scalar | Scalar[]): string {
  return Array.isArray(value)
    ? `[${value.map((item) => JSON.stringify(item)).join(", ")}]`
    : JSON.stringify(value);
}

/**
 * The one way to write a row: fields in the order of their names, `, ` and `: ` between, characters as themselves
 * (only `"`, `\` and control characters are escaped), ended by a line feed. Pure.
 */
export function canonicalLine(row: PlainRow): string {
  const fields = Object.entries(row)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, value]) => (value === undefined ? [] : [`${JSON.stringify(name)}: ${write(value)}`]));
  return `{${fields.join(", ")}}\n`;
}

/** The one way to write a manifest: two spaces of indentation, no line feed at the end. Pure. */
export function canonicalManifest(manifest: Manifest): string {
  return JSON.stringify(manifest, null, 2);
}

/** Counts and hashes the lines of a file while they are written. */
export class FileSummary {
  private readonly hash = createHash("sha256");
  private rows = 0;

  add(line: string): void {
    this.hash.update(line);
    this.rows += 1;
  }

  /** What the manifest says about the file. */
  entry(): Manifest["files"][ArchiveFile] {
    return { rows: this.rows, sha256: this.hash.digest("hex") };
  }
}
