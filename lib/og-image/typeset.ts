import "server-only";
import { sharp } from "@/lib/images/sharp";
import { escapeMarkup, splitCharacters } from "./text";

/** A text drawn on nothing, cut to its ink. */
export interface Drawn {
  data: Buffer;
  width: number;
  height: number;
}

interface Style {
  families: string;
  colour: string;
  width: number;
}

async function draw(text: string, size: number, { families, colour, width }: Style): Promise<Drawn> {
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="${colour}">${escapeMarkup(text)}</span>`,
      font: `${families} ${size}`,
      width,
      wrap: "word-char",
      rgba: true,
    },
  })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

const fits = (drawn: Drawn, width: number, height: number) => drawn.width <= width && drawn.height <= height;

/**
 * Sets a text into a box: in the first of the sizes (pixels, largest first) at which all of it fits, else in the last
 * one with as much of its beginning as fits and an ellipsis. Null where there is nothing to set.
 */
export async function setText(
  text: string,
  box: Style & { height: number; sizes: readonly number[] },
): Promise<Drawn | null> {
  if (text === "") return null;
  let share = 1;
  for (const size of box.sizes) {
    const drawn = await draw(text, size, box);
    if (fits(drawn, box.width, box.height)) return drawn;
    share = box.height / drawn.height;
  }
  const characters = splitCharacters(text);
  const size = box.sizes.at(-1) ?? 16;
  let best: Drawn | null = null;
  // What is too high by half fits with its first half, more or less: the search need not begin with everything.
  let [least, most] = [0, Math.min(characters.length - 1, Math.ceil(characters.length * share * 1.3))];
  while (least < most) {
    const count = Math.ceil((least + most) / 2);
    const drawn = await draw(beginningOf(characters, count), size, box);
    if (fits(drawn, box.width, box.height)) {
      best = drawn;
      least = count;
    } else most = count - 1;
  }
  return best;
}

/** The first characters of a text with an ellipsis, up to a whole word where one ends near. */
function beginningOf(characters: readonly string[], count: number): string {
  const head = characters.slice(0, count).join("");
  const space = head.lastIndexOf(" ");
  const cut = characters[count] !== " " && space > head.length * 0.75 ? head.slice(0, space) : head;
  return `${cut.replace(/[\s,;:.。、،؛-]+$/u, "")}…`;
}
