import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { loadFonts } from "@/lib/og-image/fonts";
import { pictureOf } from "@/lib/og-image/kept-pictures";
import { drawPicture, type Picture } from "@/lib/og-image/picture";
import { drawableText } from "@/lib/og-image/text";
import { hostileTitles } from "../../support/hostile-titles.ts";

const harbour: Picture = {
  owner: "01934c3e-0000-7000-8000-000000000001",
  accent: "#a4442b",
  locale: "en",
  islands: ["01934c3e-0000-7000-8000-000000000001"],
  name: "Harbour",
  title: "Knots",
  note: "Ana",
};

async function pixelsOf(png: Uint8Array) {
  const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
  return (x: number, y: number) =>
    [...data.subarray((y * info.width + x) * info.channels).subarray(0, 3)].join(",");
}

describe("a picture for link previews", () => {
  it.each(hostileTitles.map((title) => [title]))(
    "is a PNG of 1200 x 630 whatever its title: %j",
    async (title) => {
      const png = await drawPicture({ ...harbour, title, name: title, note: title });
      const { format, width, height, hasAlpha } = await sharp(png).metadata();
      expect({ format, width, height, hasAlpha }).toEqual({
        format: "png",
        width: 1200,
        height: 630,
        hasAlpha: false,
      });
      expect(png.byteLength).toBeLessThan(300_000);
      // Nothing is written beyond the margins: left of the text there is paper, and the edge in the accent.
      const at = await pixelsOf(png);
      const [left, right] = [new Set<string>(), new Set<string>()];
      for (let y = 0; y < 630; y += 1) {
        left.add(at(8, y));
        right.add(at(1191, y));
      }
      expect(Math.min(left.size, right.size)).toBe(1);
    },
  );

  it("runs from right to left in Arabic", async () => {
    const edges = async (title: string) => {
      const at = await pixelsOf(await drawPicture({ ...harbour, title }));
      return [at(8, 315), at(1191, 315)];
    };
    const [latin, arabic] = [await edges("Knots"), await edges("دليل المجتمعات")];
    expect(latin[0]).not.toBe(latin[1]);
    expect(arabic).toEqual([...latin].reverse());
  });

  it("writes Latin, Cyrillic, Arabic and Japanese letters with the fonts it brings along", async () => {
    const covered = await loadFonts();
    for (const text of [
      "Reykjavík, Łódź, Điện Biên, ¿Qué?",
      "مرحبا بكم في الميناء ٢٠٢٦",
      "日本語のお知らせ、カタカナ",
      "Привет",
      "🏝 ☀",
    ]) {
      expect(drawableText(text, covered)).toBe(text.normalize("NFC"));
    }
    expect(drawableText("한국어", covered)).toBe("");
    expect(drawableText("Η Ελλάδα και η θάλασσα", covered)).toBe("");
    expect(drawableText("one\u0000\u202e two\n three", covered)).toBe("one two three");
  });

  it("is drawn once for the same content, however many ask at once, and anew for another owner", async () => {
    const picture = { ...harbour, title: "Drawn once" };
    const [one, other] = await Promise.all([pictureOf(picture), pictureOf({ ...picture })]);
    expect(one).toBe(other);
    expect(await pictureOf({ ...picture })).toBe(one);
    expect(await pictureOf({ ...picture, owner: "somebody-else" })).not.toBe(one);
  });

  it("sends away whoever cannot even wait", async () => {
    const asked = await Promise.allSettled(
      Array.from({ length: 60 }, (_, n) => pictureOf({ ...harbour, title: `Crowd ${n}` })),
    );
    const refused = asked.flatMap((answer) => (answer.status === "rejected" ? [answer.reason.code] : []));
    expect(refused.length).toBeGreaterThan(0);
    expect(new Set(refused)).toEqual(new Set(["unavailable"]));
    expect(asked.length - refused.length).toBeGreaterThan(2);
  });
});
