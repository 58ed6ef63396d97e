import { parsePictureSrc } from "./addresses";

/** One of our pictures where a Markdown text shows it. `from` to `to` is the whole of it. */
export interface ShownPicture {
  src: string;
  /** What stands for it, as it is read; Markdown writes some characters with a backslash. */
  alt: string;
  from: number;
  to: number;
}

/** A change of a text: `insert` in place of what stands from `from` to `to`. */
export interface TextChange {
  from: number;
  to: number;
  insert: string;
}

const SHOWN = /!\[((?:\\[\s\S]|[^\]\\])*)\]\((\/media\/[0-9a-f-]{36}\/\d+x\d+\.webp)\)/g;

function escapeAlt(alt: string): string {
  return alt.replace(/\s+/g, " ").replace(/[\\[\]*_`~^<>&]/g, "\\$&");
}

function unescapeAlt(written: string): string {
  return written.replace(/\\([!-/:-@[-`{-~])/g, "$1");
}

/** The pictures of a text in its order. Pure. */
export function listPictures(text: string): ShownPicture[] {
  return [...text.matchAll(SHOWN)].flatMap((match) => {
    const [whole, alt = "", src = ""] = match;
    if (!parsePictureSrc(src)) return [];
    return [{ src, alt: unescapeAlt(alt), from: match.index, to: match.index + whole.length }];
  });
}

/** A picture as a text writes it. Pure. */
export function writePicture(src: string, alt: string): string {
  return `![${escapeAlt(alt)}](${src})`;
}

/** Shows a picture after the line that the cursor is in, as a paragraph of its own. Pure. */
export function addPicture(text: string, cursor: number, src: string): TextChange {
  const end = text.indexOf("\n", cursor);
  const at = end === -1 ? text.length : end;
  const before = text.slice(0, at);
  const gap =
    before.trim() === "" ? "" : before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
  const after = text.slice(at);
  const rest = after.startsWith("\n\n") ? "" : after.startsWith("\n") ? "\n" : "\n\n";
  return { from: at, to: at, insert: gap + writePicture(src, "") + rest };
}

/** Says something else for a picture. Pure. */
export function describePicture({ src, from, to }: ShownPicture, alt: string): TextChange {
  return { from, to, insert: writePicture(src, alt) };
}

/** Takes a picture out, with the empty line that would stay. Pure. */
export function removePicture(text: string, { from, to }: ShownPicture): TextChange {
  const aloneBefore = from === 0 || text[from - 1] === "\n";
  const gap = /^\n{1,2}/.exec(text.slice(to))?.[0].length ?? 0;
  return { from, to: aloneBefore ? to + gap : to, insert: "" };
}

/** Lets two neighbours change places; what stands between them stays. Pure. */
export function swapPictures(text: string, first: ShownPicture, second: ShownPicture): TextChange {
  const [one, other] = first.from < second.from ? [first, second] : [second, first];
  const insert =
    text.slice(other.from, other.to) + text.slice(one.to, other.from) + text.slice(one.from, one.to);
  return { from: one.from, to: other.to, insert };
}
