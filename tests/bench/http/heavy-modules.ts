import { readFile } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { eachMapping, FlattenMap } from "@jridgewell/trace-mapping";
import { projectRoot } from "../../../supabase/local/paths.ts";

/** Compressed bytes of scripts by what they were made of: a package's name, or a file of the project. */
export type Weights = Map<string, number>;

const chunks = path.join(projectRoot, ".next/static/chunks");

/** `node_modules/zod/v4/core.js` is zod; Next.js brings packages of its own, which count as Next.js. */
export function groupOf(source: string): string {
  const inPackage = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1];
  if (inPackage) return inPackage;
  if (/\[turbopack\]/.test(source)) return "turbopack";
  return source.replace(/^turbopack:\/\/\/?\[project\]\//, "");
}

async function weighChunk(name: string, weights: Weights): Promise<void> {
  const text = await readFile(path.join(chunks, name), "utf8");
  const map = /sourceMappingURL=(\S+)\s*$/.exec(text)?.[1];
  if (!map) throw new Error(`${name} has no source map: it was built without SOURCE_MAPS=on.`);
  const traced = new FlattenMap(JSON.parse(await readFile(path.join(chunks, map), "utf8")));
  const lines = text.split("\n");
  const marks: { line: number; column: number; source: string | null }[] = [];
  eachMapping(traced, ({ generatedLine, generatedColumn, source }) => {
    marks.push({ line: generatedLine - 1, column: generatedColumn, source });
  });
  // What compresses well is not known by module: each gets its share of the whole.
  const ratio = gzipSync(text).length / text.length;
  for (const [at, { line, column, source }] of marks.entries()) {
    const next = marks[at + 1];
    const end = next?.line === line ? next.column : (lines[line]?.length ?? column);
    const group = groupOf(source ?? "nothing in particular");
    weights.set(group, (weights.get(group) ?? 0) + Math.max(0, end - column) * ratio);
  }
}

/** Weighs scripts of the built app by what they were made of. Takes their addresses. */
export async function weighModules(scripts: readonly string[]): Promise<Weights> {
  const weights: Weights = new Map();
  const names = new Set(scripts.map((url) => path.posix.basename(new URL(url).pathname)));
  for (const name of names) await weighChunk(name, weights);
  return weights;
}
