import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import { canonicalLine, canonicalManifest } from "@/lib/archive/canonical";
import { checkArchive } from "@/lib/archive/check-archive";
import { ARCHIVE_FILES, MANIFEST_FILE } from "@/lib/archive/format";
import { temporaryFolder } from "@/tests/support/archives";

const document = path.join(import.meta.dirname, "../../../docs/archive-format.md");

it("the example in docs/archive-format.md is a good archive, written as an export writes it", async () => {
  const text = await readFile(document, "utf8");
  const folder = await temporaryFolder();
  const blocks = new Map<string, string>();
  for (const [, file = "", block = ""] of text.matchAll(/`([a-z]+\.jsonl?)`:\n\n```jsonl?\n([^`]*)\n```/g))
    blocks.set(file, block);
  expect([...blocks.keys()]).toEqual([MANIFEST_FILE, ...ARCHIVE_FILES]);
  for (const [file, block] of blocks)
    await writeFile(path.join(folder, file), file === MANIFEST_FILE ? block : `${block}\n`);

  const { manifest, rows } = await checkArchive(folder);
  expect(rows).toBe(6);
  expect(canonicalManifest(manifest)).toBe(blocks.get(MANIFEST_FILE));
  for (const file of ARCHIVE_FILES)
    for (const line of (blocks.get(file) ?? "").split("\n"))
      expect(canonicalLine(JSON.parse(line))).toBe(`${line}\n`);
});
