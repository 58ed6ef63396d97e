import path from "node:path";
import type { z } from "zod";
import { type ProblemList, refuse } from "./archive-error";
import {
  type ArchiveFile,
  type ArchiveRows,
  eventSchema,
  MAX_LINE_BYTES,
  type Manifest,
  memberSchema,
  postSchema,
} from "./format";
import { parseAs } from "./parse-json";
import { type FileFacts, readLines } from "./read-lines";

/** A row, the line it stands on, and how many bytes that line has. */
export type Row<Value> = { line: number; bytes: number; value: Value };

const schemas: { [File in ArchiveFile]: z.ZodType<ArchiveRows[File]> } = {
  "members.jsonl": memberSchema,
  "posts.jsonl": postSchema,
  "events.jsonl": eventSchema,
};

/** One file of one archive, and what its manifest says about it. */
export type RowSource<File extends ArchiveFile> = { folder: string; file: File; manifest: Manifest };

/**
 * Reads the rows of one file; bad lines go to `problems` and are left out. At the end of the file its row count and
 * SHA-256 are compared with the manifest.
 * @throws ArchiveError when the file cannot be read.
 */
export async function* readRows<File extends ArchiveFile>(
  source: RowSource<File>,
  problems: ProblemList,
): AsyncGenerator<Row<ArchiveRows[File]>> {
  const { folder, file } = source;
  const schema: z.ZodType<ArchiveRows[File]> = schemas[file];
  const lines = readLines(path.join(folder, file), MAX_LINE_BYTES, (facts) =>
    compareWithManifest(source, facts, problems),
  );
  try {
    for await (const { number: line, bytes } of lines) {
      const parsed = bytes ? parseAs(schema, bytes) : tooLong();
      if (parsed.ok) yield { line, bytes: bytes?.length ?? 0, value: parsed.value };
      else problems.add({ folder, file, line, what: parsed.what, advice: parsed.advice });
    }
  } catch (cause) {
    throw unreadable(folder, file, cause);
  }
}

function tooLong(): { ok: false; what: string; advice: string } {
  return {
    ok: false,
    what: `the line is longer than ${MAX_LINE_BYTES} bytes, which no row can be.`,
    advice: "Write one row per line, each ended by a line feed.",
  };
}

function unreadable(folder: string, file: string, cause: unknown): Error {
  const code = (cause as NodeJS.ErrnoException).code ?? String(cause);
  const what = code === "ENOENT" ? "the file is missing." : `the file cannot be read (${code}).`;
  return refuse(
    { folder, file, what, advice: "Bring the archive's folder over again, all four files." },
    cause,
  );
}

function compareWithManifest(source: RowSource<ArchiveFile>, found: FileFacts, problems: ProblemList): void {
  const { folder, file, manifest } = source;
  const said = manifest.files[file];
  const advice = "Bring the archive over again; after a change by hand, correct manifest.json.";
  if (said.rows !== found.rows)
    problems.add({
      folder,
      file,
      what: `it has ${found.rows} rows, manifest.json says ${said.rows}.`,
      advice,
    });
  if (said.sha256 !== found.sha256)
    problems.add({
      folder,
      file,
      what: `its SHA-256 is ${found.sha256}, manifest.json says ${said.sha256}.`,
      advice,
    });
}
