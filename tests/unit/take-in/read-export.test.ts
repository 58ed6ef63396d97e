import { deflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { boundedText } from "@/lib/take-in/bounded-text";
import { readExportFile } from "@/lib/take-in/read-export";

/** A ZIP of one deflated file, which says of itself whatever size is given. */
function zipOf(name: string, content: Buffer, saidSize: number): Blob {
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(saidSize, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(20, 4);
  central.writeUInt16LE(20, 6);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(saidSize, 24);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return new Blob([local, name, packed, central, name, end]);
}

const MOST = 100_000;
const manifestOf = async (content: Buffer, saidSize = content.length) =>
  (await readExportFile(zipOf("manifest.json", content, saidSize), MOST)).manifest;

test("a part is read as it stands, and a file that is no ZIP has none", async () => {
  expect(await manifestOf(Buffer.from('{"é": "海"}'))).toBe('{"é": "海"}');
  expect((await readExportFile(new Blob(["no ZIP"]))).manifest).toBeNull();
});

test("a part that is too large is not read, whether its ZIP says so or lies", async () => {
  const large = Buffer.alloc(MOST + 1, "a");
  expect(await manifestOf(large)).toBeNull();
  expect(await manifestOf(large, 1000)).toBeNull();
  expect(await manifestOf(large.subarray(1))).toHaveLength(MOST);
});

test("unpacking stops where the limit is: what never ends is given up", async () => {
  const { sink } = boundedText(1000);
  let given = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      given += 100;
      controller.enqueue(new Uint8Array(100));
    },
  });
  await expect(endless.pipeTo(sink)).rejects.toThrow("too_large");
  expect(given).toBeLessThan(2000);
});
