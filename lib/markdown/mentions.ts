/** A person named in a text, as the text names them. */
export interface Mention {
  id: string;
  name: string;
}

/** So many people named in one text count; the database keeps no more. */
export const MENTIONS_MAX = 50;

const NAME = String.raw`(?:\\.|[^\\[\]\n])+`;
const ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const WRITTEN = new RegExp(String.raw`@\[(${NAME})\]\(member:(${ID})\)`, "g");
const TARGET = new RegExp(String.raw`\[(${NAME})\]\(member:(${ID})\)`, "y");
const BEGUN = /(?<![\p{Script=Latin}\p{N}_./\\@-])@([^\s@[\]()<>*`][^@[\]()<>*`\n]{0,39})?$/u;

/** The page of a member on the host of their community. */
export function memberPath(id: string): string {
  return `/members/${id}`;
}

/** How a person is named in a text, so that the name of today still leads to them when they have another. */
export function writeMention({ id, name }: Mention): string {
  return `@[${name.replace(/\s+/g, " ").replace(/[\\[\]]/g, String.raw`\$&`)}](member:${id})`;
}

function readName(written: string): string {
  return written.replace(/\\([\\[\]])/g, "$1");
}

/** The people named in a text, each once, in order; at most {@link MENTIONS_MAX} and one more, which says that there are more. */
export function mentionsIn(text: string): Mention[] {
  if (!text.includes("](member:")) return [];
  const found = new Map<string, Mention>();
  for (const [, name = "", id = ""] of text.matchAll(WRITTEN)) {
    if (!found.has(id)) found.set(id, { id, name: readName(name) });
    if (found.size > MENTIONS_MAX) break;
  }
  return [...found.values()];
}

/** A mention whose bracket opens at `at`, and where it ends; null for anything else. */
export function readMentionAt(text: string, at: number): (Mention & { end: number }) | null {
  if (text[at - 1] !== "@" || text[at - 2] === "\\") return null;
  TARGET.lastIndex = at;
  const match = TARGET.exec(text);
  if (!match?.[1] || !match[2]) return null;
  return { name: readName(match[1]), id: match[2], end: TARGET.lastIndex };
}

/** What somebody is typing after an at sign, and where that stands; null where they are not naming anybody. */
export function readMentionBegun(text: string, cursor: number): { query: string; from: number } | null {
  const match = BEGUN.exec(text.slice(Math.max(0, cursor - 60), cursor));
  if (!match) return null;
  const query = match[1] ?? "";
  // A name has three words at most while it is looked for; more is a sentence.
  if (query.split(/\s+/).length > 3 || /\s\s/.test(query)) return null;
  return { query: query.trim(), from: cursor - query.length - 1 };
}
