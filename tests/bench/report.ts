import { mkdir, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { type Figure, parts, tableRows, verdictOf } from "./figures.ts";

/** What the figures were measured on. */
export type Machine = { cpu: string; cores: number; memoryGiB: number; node: string; load: number };

/** This machine, and how busy it is with other work. */
export function machine(): Machine {
  return {
    cpu: os.cpus()[0]?.model ?? "unknown",
    cores: os.availableParallelism(),
    memoryGiB: Math.round(os.totalmem() / 2 ** 30),
    node: process.version,
    load: Math.round((os.loadavg()[0] ?? 0) * 10) / 10,
  };
}

/** A table for the terminal, one block for each part. */
export function terminalTable(figures: Figure[]): string {
  const widths = tableRows(figures).reduce<number[]>(
    (so, row) => row.map((cell, column) => Math.max(so[column] ?? 0, cell.length)),
    [],
  );
  const line = (row: string[]) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd();
  const blocks = parts
    .map((part) => figures.filter((figure) => figure.part === part))
    .filter((block) => block.length > 0)
    .map((block) => tableRows(block).map(line).join("\n"));
  return blocks.join("\n\n");
}

/** The same as a Markdown document. */
export function markdownTable(figures: Figure[]): string {
  const row = (cells: string[]) => `| ${cells.join(" | ")} |`;
  return parts
    .map((part) => ({ part, block: figures.filter((figure) => figure.part === part) }))
    .filter(({ block }) => block.length > 0)
    .map(({ part, block }) => {
      const [head, ...rows] = tableRows(block);
      return [`## ${part}`, "", row(head ?? []), "| --- | ---: | ---: | --- |", ...rows.map(row)].join("\n");
    })
    .join("\n\n");
}

/** Writes latest.json and latest.md into tests/bench/results. */
export async function writeResults(figures: Figure[], about: Machine, posts: number): Promise<string> {
  const folder = path.join(import.meta.dirname, "results");
  await mkdir(folder, { recursive: true });
  const at = new Date().toISOString();
  const marked = figures.map((figure) => ({ ...figure, verdict: verdictOf(figure) }));
  const file = path.join(folder, "latest.json");
  await writeFile(file, `${JSON.stringify({ at, machine: about, posts, figures: marked }, null, 2)}\n`);
  await writeFile(path.join(folder, "latest.md"), `${markdownTable(figures)}\n`);
  return file;
}
