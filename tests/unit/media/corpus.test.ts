import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/errors/app-error";
import { encodeMark, encodePicture, inspect } from "@/lib/media/encode";
import { bombs, corpus, drawn } from "./corpus.ts";

async function outcomeOf(bytes: Uint8Array) {
  try {
    const { width, height } = await encodePicture(bytes);
    return { width, height };
  } catch (error) {
    return error instanceof AppError ? error.reason : error;
  }
}

describe("what people send", () => {
  it("is more than forty kinds of files", () => {
    expect(corpus.length).toBeGreaterThan(60);
    expect(new Set(corpus.map(([name]) => name)).size).toBe(corpus.length);
  });

  it.each(corpus)("%s", { timeout: 20_000 }, async (_name, make, outcome) => {
    expect(await outcomeOf(await make())).toEqual(outcome);
  });

  it.each(bombs)("refuses %s by its head alone", async (_name, make) => {
    const bytes = await make();
    expect(() => inspect(bytes)).toThrow("picture_pixels");
  });

  it("costs little memory to refuse", { timeout: 20_000 }, async () => {
    const refused = await Promise.all(
      corpus.filter(([, , outcome]) => typeof outcome === "string").map(([, make]) => make()),
    );
    const before = process.memoryUsage().rss;
    for (const bytes of refused) expect(await outcomeOf(bytes)).toMatch(/^picture_/);
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  });
});

const small = corpus.filter(([, , outcome]) => typeof outcome !== "string" && outcome.width < 2000);

describe("what is kept", () => {
  it.each(small)(
    "of %s is a still WebP without anything else in it",
    { timeout: 20_000 },
    async (_name, make, outcome) => {
      const { files } = await encodePicture(await make());
      for (const { width, bytes } of files) {
        const found = await sharp(bytes).metadata();
        expect([found.format, found.width, found.pages ?? 1]).toEqual(["webp", width, 1]);
        expect([found.exif, found.icc, found.iptc, found.xmp, found.orientation]).toEqual(
          Array(5).fill(undefined),
        );
        expect(bytes.toString("latin1")).not.toMatch(/<script|<\?php|exif-canary/);
      }
      expect(files.at(-1)?.width).toBe((outcome as { width: number }).width);
    },
  );

  it("comes in three widths where it is large", async () => {
    const { files } = await encodePicture(await drawn(3000, 1500).jpeg().toBuffer());
    expect(files.map((file) => file.width)).toEqual([640, 1280, 2560]);
  });

  it("keeps its colours when it is turned upright and when it comes in CMYK", async () => {
    const [first] = (
      await encodePicture(await drawn(60, 40).withMetadata({ orientation: 8 }).jpeg().toBuffer())
    ).files;
    const { data } = await sharp(first?.bytes).raw().toBuffer({ resolveWithObject: true });
    expect(Math.abs((data[1] ?? 0) - 90)).toBeLessThan(12);
  });

  it("keeps what one sees through", async () => {
    const [file] = (await encodePicture(await drawn(60, 40, 4).png().toBuffer())).files;
    expect((await sharp(file?.bytes).metadata()).hasAlpha).toBe(true);
  });

  it("is square for a face, taken from the middle", async () => {
    const wide = await drawn(600, 200).jpeg().toBuffer();
    expect((await encodeMark(wide)).map((file) => file.width)).toEqual([64, 160, 320]);
    await expect(encodeMark(Buffer.from("<svg>"))).rejects.toThrow("picture_svg");
  });
});
