import { createHash } from "node:crypto";
import { fromParse5 } from "hast-util-from-parse5";
import { sanitize } from "hast-util-sanitize";
import { toHtml } from "hast-util-to-html";
import { LRUCache } from "lru-cache";
import { parseFragment } from "parse5";
import { isNestedTooDeep } from "./depth";
import { enhance } from "./enhance";
import { type MarkdownOptions, type ResolvedOptions, resolveOptions } from "./options";
import { parserFor } from "./parser";
import { renderPlainText } from "./plain-text";
import { markdownSchema } from "./schema";

/** Longest body that is read as Markdown, in UTF-16 units. Longer ones are shown as typed. */
export const MAX_MARKDOWN_LENGTH = 200_000;

/** Markup that grows beyond this (a table of 50,000 empty cells) is shown as typed, too. */
const MAX_HTML_LENGTH = 1_200_000;

const CACHE_BYTES = 32 * 1024 * 1024;

const cache = new LRUCache<string, string>({
  maxSize: CACHE_BYTES,
  maxEntrySize: CACHE_BYTES / 8,
  sizeCalculation: (html) => html.length * 2 + 64,
});

/**
 * Turns a member's Markdown (CommonMark with tables, strikethrough, task lists, footnotes) into HTML that is
 * safe to put into a page: raw HTML shows as text, links and images lead only where `safeLink` and
 * `safeImage` allow. Never throws; text that is too long or nested too deep is shown as typed. Results are
 * kept in memory by content.
 */
export function renderMarkdown(source: string, options: MarkdownOptions = {}): string {
  const resolved = resolveOptions(options);
  const key = cacheKey(source, resolved);
  const known = cache.get(key);
  if (known !== undefined) return known;
  const html = renderBounded(source, resolved);
  cache.set(key, html);
  return html;
}

function cacheKey(source: string, options: ResolvedOptions): string {
  return createHash("sha256").update(JSON.stringify(options)).update("\0").update(source).digest("base64url");
}

function renderBounded(source: string, options: ResolvedOptions): string {
  if (source.length > MAX_MARKDOWN_LENGTH) return renderPlainText(source);
  try {
    return render(source, options) ?? renderPlainText(source);
  } catch {
    // A body must never take its page down; what was written stays readable.
    return renderPlainText(source);
  }
}

/** Undefined where the text is not sensibly Markdown. */
function render(source: string, options: ResolvedOptions): string | undefined {
  const parser = parserFor(source, options.breaks);
  const env = {};
  const tokens = parser.parse(source, env);
  if (isNestedTooDeep(tokens)) return undefined;
  const markup = parser.renderer.render(tokens, parser.options, env);
  if (markup.length > MAX_HTML_LENGTH) return undefined;
  const tree = sanitize(fromParse5(parseFragment(markup)), markdownSchema);
  if (tree.type !== "root") return undefined;
  return toHtml(enhance(tree, options));
}
