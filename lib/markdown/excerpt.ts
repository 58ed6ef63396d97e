import { LRUCache } from "lru-cache";
import Parser, { type Token } from "markdown-it";

const cache = new LRUCache<string, string>({
  maxSize: 4 * 1024 * 1024,
  sizeCalculation: (text, key) => (text.length + key.length) * 2,
});

const parser = new Parser({ html: false, linkify: false, maxNesting: 20 });
// An address that is not a link would stay in the text as markup.
parser.validateLink = () => true;

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

const RAW_HTML = /<!--[\s\S]*?(?:-->|$)|<\/?[a-z][^<>]*(?:>|$)/gi;
const TASK_BOX = /^\[[ xX]\]\s+/;
const LOOSE_REFERENCE = /!?\[([^[\]]*)\]\[[^[\]]*\]/g;

/**
 * The beginning of a Markdown text as one line of plain text, for previews and descriptions. Code blocks,
 * images and HTML tags are left out. Only the beginning of a long text is read.
 *
 * @param maxChars most UTF-16 units before the ellipsis; the cut falls between graphemes, at a space if there is one
 */
export function excerpt(source: string, maxChars: number): string {
  const head = cutAtGrapheme(source, maxChars * 4 + 600);
  const key = `${maxChars}:${head.length < source.length}:${head}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const text = shorten(plainText(head), maxChars, head.length < source.length);
  cache.set(key, text);
  return text;
}

function plainText(source: string): string {
  const tokens = parser.parse(source, {});
  const prose = joinBlocks(tokens.map((token) => (token.children ? tidy(inlineText(token.children)) : "")));
  if (prose !== "") return prose;
  // A text that is nothing but pictures says what they show.
  const shown = tidy(tokens.map((token) => (token.children ? pictureText(token.children) : "")).join(" "));
  if (shown !== "") return shown;
  return tidy(tokens.map((token) => token.content).join(" "));
}

const SENTENCE_END = /[\p{P}\p{S}]$/u;

/** Paragraphs, items and cells in one line: a dot stands where one ends as no sentence does. */
function joinBlocks(blocks: readonly string[]): string {
  const filled = blocks.filter((block) => block !== "");
  return filled.reduce(
    (line, block) => (line === "" ? block : `${line}${SENTENCE_END.test(line) ? " " : " · "}${block}`),
    "",
  );
}

function tidy(text: string): string {
  return text.replace(LOOSE_REFERENCE, "$1").replace(/\s+/g, " ").trim();
}

function inlineText(tokens: readonly Token[]): string {
  const text = tokens.map((token) => {
    if (token.type === "text") return token.content;
    if (token.type === "code_inline") return protect(token.content);
    return token.type === "softbreak" || token.type === "hardbreak" ? " " : "";
  });
  return reveal(text.join("").replace(TASK_BOX, "").replace(RAW_HTML, " "));
}

function pictureText(tokens: readonly Token[]): string {
  return tokens.map((token) => (token.type === "image" ? token.content : "")).join(" ");
}

// Inline code keeps its angle brackets while tags around it are taken out.
const HIDDEN = { "<": "\uE000", ">": "\uE001" } as const;

function protect(code: string): string {
  return code.replaceAll("<", HIDDEN["<"]).replaceAll(">", HIDDEN[">"]);
}

function reveal(text: string): string {
  return text.replaceAll(HIDDEN["<"], "<").replaceAll(HIDDEN[">"], ">");
}

function shorten(text: string, maxChars: number, more: boolean): string {
  if (text.length <= maxChars) return more && text !== "" ? `${text}…` : text;
  const head = cutAtGrapheme(text, maxChars);
  const space = head.lastIndexOf(" ");
  const cut = text[head.length] !== " " && space > maxChars * 0.7 ? head.slice(0, space) : head;
  return `${cut.replace(/[\s,;:.。、،؛-]+$/u, "")}…`;
}

/** The longest beginning of at most `length` units that does not split what a reader sees as one character. */
function cutAtGrapheme(text: string, length: number): string {
  if (text.length <= length) return text;
  const before = text.slice(0, length + 64);
  return before.slice(0, graphemes.segment(before).containing(length)?.index ?? length);
}
