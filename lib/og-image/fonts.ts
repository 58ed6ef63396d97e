import "server-only";
import { mkdtempSync, rmSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { sharp } from "@/lib/images/sharp";
import { listCodePoints } from "./coverage";
import { unpackWoff } from "./woff";

// Static subsets, from the packages: Latin and Cyrillic letters, Arabic, Japanese and signs, our own type first.
const FILES = [
  "fraunces/files/fraunces-latin-600-normal",
  "fraunces/files/fraunces-latin-ext-600-normal",
  "fraunces/files/fraunces-vietnamese-600-normal",
  "geist/files/geist-latin-600-normal",
  "geist/files/geist-latin-ext-600-normal",
  "geist/files/geist-vietnamese-600-normal",
  "geist/files/geist-cyrillic-600-normal",
  "geist/files/geist-cyrillic-ext-600-normal",
  "noto-naskh-arabic/files/noto-naskh-arabic-arabic-600-normal",
  "biz-udpmincho/files/biz-udpmincho-japanese-700-normal",
  "noto-emoji/files/noto-emoji-emoji-400-normal",
] as const;

const OTHER_SCRIPTS = "Noto Naskh Arabic SemiBold,BIZ UDPMincho,Noto Emoji";

/** Families in the order in which a letter is looked for; the comma at the end keeps "SemiBold" part of the name. */
export const TITLE_FAMILIES = `Fraunces SemiBold,${OTHER_SCRIPTS},Geist SemiBold,`;
export const TEXT_FAMILIES = `Geist SemiBold,${OTHER_SCRIPTS},Fraunces SemiBold,`;

/** What can be drawn. */
export type Coverage = ReadonlySet<number>;

let loaded: Promise<Coverage> | undefined;

/** Makes the fonts known to the drawing library, once per process, and says which code points they have. */
export function loadFonts(): Promise<Coverage> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Coverage> {
  const folder = mkdtempSync(path.join(tmpdir(), "archipelago-fonts-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const covered = new Set<number>();
  for (const file of FILES) {
    const packed = path.join(process.cwd(), "node_modules/@fontsource", `${file}.woff`);
    const font = unpackWoff(await readFile(packed));
    for (const point of listCodePoints(font)) covered.add(point);
    const fontfile = path.join(folder, `${path.basename(file)}.ttf`);
    await writeFile(fontfile, font);
    // A font is known from the first text on that names its file.
    await sharp({ text: { text: "x", fontfile } })
      .raw()
      .toBuffer();
  }
  return covered;
}
