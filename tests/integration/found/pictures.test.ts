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
      // Nothing is written beyond the margin where texts begin: there is what stands there on every picture.
      const [at, bare] = await Promise.all([pixelsOf(png), pixelsOf(await drawPicture(harbour))]);
      const rows = Array.from({ length: 630 }, (_, y) => y);
      const inkAt = (x: number) => rows.filter((y) => at(x, y) !== bare(60, y)).length;
      expect([inkAt(60), inkAt(1139)]).toContain(0);
    },
  );

  it("runs from right to left in Arabic", async () => {
    const marks = async (title: string) => {
      const at = await pixelsOf(await drawPicture({ ...harbour, title }));
      return [at(114, 114), at(1199 - 114, 114)];
    };
    const [latin, arabic] = [await marks("Knots"), await marks("دليل المجتمعات")];
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
