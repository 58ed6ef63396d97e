import "server-only";
import { directionOf } from "@/lib/i18n/locales";
import { type OverlayOptions, sharp } from "@/lib/images/sharp";
import { loadFonts, TEXT_FAMILIES, TITLE_FAMILIES } from "./fonts";
import { coloursOf, drawScenery, HEIGHT, WIDTH } from "./scenery";
import { directionOfText, drawableText } from "./text";
import { type Drawn, setText } from "./typeset";

/** What a picture shows. Nothing is fetched for it: islands are drawn from ids, letters from our own files. */
export interface Picture {
  /** Whose picture it is: part of the key under which it is kept. */
  owner: string;
  /** `#rrggbb`, as its owner chose it. */
  accent: string;
  /** Language that decides the side where the title says nothing of it. */
  locale: string;
  /** Island beside the name, and behind everything; several make a sea. */
  islands: readonly string[];
  /** Small line above the title. */
  name: string;
  title: string;
  /** Small line at the foot. */
  note: string;
}

const START = 84;
const MARK = 60;
const TOP = 84;
const TEXT_WIDTH = 760;
const TITLE_TOP = 184;
// Arabic letters are small for their size.
const SMALL = { ltr: { name: 30, note: 26 }, rtl: { name: 37, note: 32 } } as const;
const TITLE = {
  ltr: { height: 300, sizes: [76, 64, 54, 46] },
  rtl: { height: 310, sizes: [92, 78, 66, 54] },
} as const;
const FOOT = 568;
const ONE = [{ x: 690, y: 60, size: 560 }];
const SEVERAL = [
  { x: 830, y: 30, size: 230 },
  { x: 1010, y: 230, size: 180 },
  { x: 770, y: 350, size: 250 },
  { x: 1040, y: 440, size: 140 },
];

/** Where a drawn text goes: `start` pixels from the side on which it begins. */
function placed(drawn: Drawn | null, direction: "ltr" | "rtl", start: number, top: number): OverlayOptions[] {
  if (!drawn) return [];
  const { data, width, height } = drawn;
  const left = direction === "rtl" ? WIDTH - start - width : start;
  const raw = { width, height, channels: 4 } as const;
  return [{ input: data, raw, left, top: Math.round(Math.min(Math.max(0, top), HEIGHT - height)) }];
}

function sceneryOf({ islands, accent }: Picture, direction: "ltr" | "rtl"): string {
  const [own] = islands;
  const alone = islands.length === 1;
  const places = alone ? ONE : SEVERAL;
  return drawScenery({
    islands: places.flatMap((place, index) => {
      const id = islands[index];
      return id ? [{ id, ...place }] : [];
    }),
    mark: alone && own ? { id: own, x: START, y: TOP, size: MARK } : null,
    direction,
    colours: coloursOf(accent),
  });
}

/** Draws a picture as PNG. Without a title the name stands in its place. */
export async function drawPicture(picture: Picture): Promise<Buffer> {
  const covered = await loadFonts();
  const { ink, muted, accent } = coloursOf(picture.accent);
  const [name = "", subject = "", note = ""] = [picture.name, picture.title, picture.note].map((text) =>
    drawableText(text, covered),
  );
  const title = subject || name;
  const direction = directionOfText(title) ?? directionOf(picture.locale);
  const small = { families: TEXT_FAMILIES, height: 60, width: TEXT_WIDTH };
  const [head, body, foot] = await Promise.all([
    setText(subject ? name : "", {
      ...small,
      sizes: [SMALL[directionOfText(name) ?? "ltr"].name],
      colour: accent,
    }),
    setText(title, { ...TITLE[direction], families: TITLE_FAMILIES, colour: ink, width: TEXT_WIDTH }),
    setText(note, { ...small, sizes: [SMALL[directionOfText(note) ?? "ltr"].note], colour: muted }),
  ]);
  const indent = picture.islands.length === 1 ? START + MARK + 20 : START;
  return sharp(Buffer.from(sceneryOf(picture, direction)))
    .composite([
      ...placed(head, direction, indent, TOP + (MARK - (head?.height ?? 0)) / 2),
      ...placed(body, direction, START, TITLE_TOP),
      ...placed(foot, direction, START, FOOT - (foot?.height ?? 0)),
    ])
    .removeAlpha()
    .png({ compressionLevel: 8 })
    .toBuffer();
}
