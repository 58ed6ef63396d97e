import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { type FileFacts, readLines } from "@/lib/archive/read-lines";
import { temporaryFolder } from "@/tests/support/archives";

async function read(content: string | Buffer, limit = 1000) {
  const file = path.join(await temporaryFolder(), "lines");
  await writeFile(file, content);
  const lines: (string | undefined)[] = [];
  let facts: FileFacts | undefined;
  for await (const line of readLines(file, limit, (found) => {
    facts = found;
  })) {
    expect(line.number).toBe(lines.length + 1);
    lines.push(line.bytes?.toString());
  }
  return { lines, facts };
}

describe("readLines", () => {
  it("splits at line feeds only", async () => {
    expect((await read("a\u2028b\u2029c\u0085d\rfoo\nsecond\r\n\nlast")).lines).toEqual([
      "a\u2028b\u2029c\u0085d\rfoo",
      "second\r",
      "",
      "last",
    ]);
  });

  it("knows rows, bytes and SHA-256 at the end", async () => {
    const text = "é\nb\n";
    expect((await read(text)).facts).toEqual({
      rows: 2,
      bytes: 5,
      sha256: createHash("sha256").update(text).digest("hex"),
    });
    expect((await read("")).facts).toMatchObject({ rows: 0, bytes: 0 });
  });

  it("keeps characters whole across the pieces in which a file is read", async () => {
    const line = "日本".repeat(200_000);
    expect((await read(`${line}\n${line}\n`, 2_000_000)).lines).toEqual([line, line]);
  });

  it("gives up an over-long line without keeping it, and reads on", async () => {
    expect((await read(`a\n${"x".repeat(600_000)}\nb\n`)).lines).toEqual(["a", undefined, "b"]);
    expect((await read(`${"x".repeat(1000)}\n${"x".repeat(1001)}`)).lines).toEqual([
      "x".repeat(1000),
      undefined,
    ]);
  });
});
