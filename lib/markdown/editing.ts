/** What a text field holds and what is selected in it, in UTF-16 units. */
export interface Selection {
  text: string;
  start: number;
  end: number;
}

/** A change of a text: `insert` takes the place of `from` to `to`, then `start` to `end` of the new text is selected. */
export interface Edit {
  from: number;
  to: number;
  insert: string;
  start: number;
  end: number;
}

/** What the toolbar of a text can do. */
export const TOOLS = ["bold", "italic", "heading", "link", "quote", "code", "list", "numbered"] as const;
export type Tool = (typeof TOOLS)[number];

const LIST_ITEM = /^(\s*)(?:([-*+])|(\d{1,9})([.)]))( +)(\[[ xX]\] +)?/;
const QUOTE = /^\s{0,3}(?:> ?)+/;
const FENCE = /^ {0,3}(?:```|~~~)/;

/** What a tool does to a selection; used again on what it made, it takes it back. */
export function applyTool(tool: Tool, selection: Selection): Edit {
  switch (tool) {
    case "bold":
      return mark(selection, "**");
    case "italic":
      return mark(selection, "*");
    case "link":
      return link(selection);
    case "code":
      return code(selection);
    case "heading":
      return lines(selection, heading);
    default:
      return lines(selection, LINE_TOOLS[tool]);
  }
}

/** The selection without white space at its edges: marks beside a space mark nothing. */
function trimmed({ text, start, end }: Selection): Selection {
  const chosen = text.slice(start, end);
  if (chosen.trim() === "") return { text, start, end };
  const head = chosen.length - chosen.trimStart().length;
  const tail = chosen.length - chosen.trimEnd().length;
  return { text, start: start + head, end: end - tail };
}

function starsBefore(text: string, at: number): number {
  let count = 0;
  while (text[at - 1 - count] === "*") count += 1;
  return count;
}

function starsAfter(text: string, at: number): number {
  let count = 0;
  while (text[at + count] === "*") count += 1;
  return count;
}

/** Bold is two stars, italic one, both together three. */
function carries(stars: number, sign: "*" | "**"): boolean {
  return sign === "**" ? stars >= 2 : stars % 2 === 1;
}

function mark(selection: Selection, sign: "*" | "**"): Edit {
  const { text, start, end } = trimmed(selection);
  const chosen = text.slice(start, end);
  const size = sign.length;
  if (carries(Math.min(starsBefore(text, start), starsAfter(text, end)), sign)) {
    return { from: start - size, to: end + size, insert: chosen, start: start - size, end: end - size };
  }
  const inside = Math.min(starsAfter(chosen, 0), starsBefore(chosen, chosen.length));
  if (chosen.length > 2 * size && carries(inside, sign)) {
    const insert = chosen.slice(size, -size);
    return { from: start, to: end, insert, start, end: start + insert.length };
  }
  if (!chosen.includes("\n")) {
    const insert = sign + chosen + sign;
    return { from: start, to: end, insert, start: start + size, end: end + size };
  }
  // Marks do not reach over paragraphs, so every line gets its own.
  const insert = chosen.replace(/^([^\S\n]*)(\S(?:.*\S)?)/gm, `$1${sign}$2${sign}`);
  return { from: start, to: end, insert, start, end: start + insert.length };
}

function link(selection: Selection): Edit {
  const { text, start, end } = trimmed(selection);
  const chosen = text.slice(start, end);
  if (/^https?:\/\/\S+$/.test(chosen)) {
    return { from: start, to: end, insert: `[](${chosen})`, start: start + 1, end: start + 1 };
  }
  const address = "https://";
  const insert = `[${chosen}](${address})`;
  const at = start + (chosen === "" ? 1 : chosen.length + 3);
  return { from: start, to: end, insert, start: at, end: chosen === "" ? at : at + address.length };
}

/** The shortest run of backticks that does not stand in a text. */
function ticksFor(text: string, least: number): string {
  let ticks = "`".repeat(least);
  while (text.includes(ticks)) ticks += "`";
  return ticks;
}

function code(selection: Selection): Edit {
  const { text, start, end } = trimmed(selection);
  const chosen = text.slice(start, end);
  if (chosen.includes("\n")) {
    const fence = ticksFor(chosen, 3);
    const open = `${start > 0 && text[start - 1] !== "\n" ? "\n" : ""}${fence}\n`;
    const close = `\n${fence}${end < text.length && text[end] !== "\n" ? "\n" : ""}`;
    const at = start + open.length;
    return { from: start, to: end, insert: open + chosen + close, start: at, end: at + chosen.length };
  }
  if (text[start - 1] === "`" && text[end] === "`") {
    return { from: start - 1, to: end + 1, insert: chosen, start: start - 1, end: end - 1 };
  }
  const ticks = ticksFor(chosen, 1);
  // A space keeps the text's own backticks apart from the marks.
  const space = ticks.length > 1 ? " " : "";
  const insert = ticks + space + chosen + space + ticks;
  const at = start + ticks.length + space.length;
  return { from: start, to: end, insert, start: at, end: at + chosen.length };
}

type LineChange = (lines: readonly string[]) => string[];

/** Puts a sign before each line, in place of another list's; where all have it, takes it away. */
function toggle(has: RegExp, sign: (index: number) => string, other?: RegExp): LineChange {
  return (all) => {
    if (all.every((line) => has.test(line))) return all.map((line) => line.replace(has, ""));
    return all.map((line, index) => sign(index) + (other ? line.replace(other, "") : line));
  };
}

const ANY_ITEM = /^(?:[-*+]|\d{1,9}[.)]) +/;

const LINE_TOOLS: Record<"quote" | "list" | "numbered", LineChange> = {
  quote: toggle(/^> ?/, () => "> "),
  list: toggle(/^[-*+] +/, () => "- ", ANY_ITEM),
  numbered: toggle(/^\d{1,9}[.)] +/, (index) => `${index + 1}. `, ANY_ITEM),
};

/** None, a heading, a smaller one, none. */
function heading(all: readonly string[]): string[] {
  const level = /^(#{1,6}) +/.exec(all[0] ?? "")?.[1]?.length ?? 0;
  const sign = level === 0 ? "## " : level < 3 ? "### " : "";
  return all.map((line) => sign + line.replace(/^#{1,6} +/, ""));
}

/** Changes whole lines. Blank ones between others stay as they are. */
function lines({ text, start, end }: Selection, change: LineChange): Edit {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const last = end > start && text[end - 1] === "\n" ? end - 1 : end;
  const stop = text.indexOf("\n", last);
  const to = stop === -1 ? text.length : stop;
  const before = text.slice(from, to).split("\n");
  const isWritten = (line: string) => before.length === 1 || line.trim() !== "";
  const changed = change(before.filter(isWritten)).values();
  const insert = before.map((line) => (isWritten(line) ? changed.next().value : line)).join("\n");
  if (start !== end) return { from, to, insert, start: from, end: from + insert.length };
  const at = Math.max(from, start + insert.length - (to - from));
  return { from, to, insert, start: at, end: at };
}

function isInFence(text: string): boolean {
  return text.split("\n").filter((line) => FENCE.test(line)).length % 2 === 1;
}

/**
 * What Enter does in a list or a quotation: the next line begins as this one does; on an empty one it ends.
 * Null where Enter is only a line's end.
 */
export function continueLine({ text, start, end }: Selection): Edit | null {
  if (start !== end) return null;
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const line = text.slice(from, start);
  const sign = LIST_ITEM.exec(line) ?? QUOTE.exec(line);
  if (!sign || isInFence(text.slice(0, from))) return null;
  const stop = text.indexOf("\n", start);
  const rest = text.slice(start, stop === -1 ? text.length : stop);
  if (line.length === sign[0].length) {
    return rest.trim() === "" ? { from, to: start, insert: "", start: from, end: from } : null;
  }
  const insert = `\n${nextSign(sign)}`;
  const at = start + insert.length;
  return { from: start, to: start, insert, start: at, end: at };
}

function nextSign(sign: RegExpExecArray): string {
  const [all, indent, bullet, number, end, space, box] = sign;
  if (space === undefined) return all;
  const begin = bullet ?? `${Number(number) + 1}${end}`;
  return `${indent}${begin}${space}${box ? "[ ] " : ""}`;
}
