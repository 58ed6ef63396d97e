import { type DefaultTreeAdapterMap, parse } from "parse5";
import type { FetchedPage } from "@/lib/outbound/fetch-page";

/** What a page says of itself, as plain text. */
export interface PageWords {
  title: string;
  description: string;
  siteName: string;
}

const MAX = { title: 200, description: 300, siteName: 80 } as const;
/** So much of a page is looked at: its head comes first. */
const MAX_NODES = 20_000;

type Node = DefaultTreeAdapterMap["node"];

/** Title, description and site of a page; null where it has no title. Nothing of its markup is kept. */
export function readPage(page: Pick<FetchedPage, "contentType" | "body">): PageWords | null {
  const found = look(parse(decode(page)));
  const title = tidy(found.get("og:title") ?? found.get("title") ?? "", MAX.title);
  if (title === "") return null;
  return {
    title,
    description: tidy(found.get("og:description") ?? found.get("description") ?? "", MAX.description),
    siteName: tidy(found.get("og:site_name") ?? "", MAX.siteName),
  };
}

function decode({ contentType, body }: Pick<FetchedPage, "contentType" | "body">): string {
  const named =
    /charset=["']?([\w-]{1,40})/i.exec(contentType) ??
    /<meta[^>]{0,200}charset=["']?([\w-]{1,40})/i.exec(body.subarray(0, 2048).toString("latin1"));
  try {
    return new TextDecoder(named?.[1] ?? "utf-8").decode(body);
  } catch {
    return new TextDecoder("utf-8").decode(body);
  }
}

const WANTED = new Set(["og:title", "og:description", "og:site_name", "description"]);

/** The first of each thing that says something about the page. */
function look(root: Node): Map<string, string> {
  const found = new Map<string, string>();
  const rest: Node[] = [root];
  for (let seen = 0; rest.length > 0 && seen < MAX_NODES; seen++) {
    const node = rest.pop();
    if (!node) break;
    if ("tagName" in node) {
      const told = tell(node);
      if (told && !found.has(told[0]) && told[1].trim() !== "") found.set(told[0], told[1]);
      // The title of a drawing is none of the page.
      if (node.tagName === "svg") continue;
    }
    if ("childNodes" in node) for (const child of node.childNodes.toReversed()) rest.push(child);
  }
  return found;
}

function tell(element: DefaultTreeAdapterMap["element"]): [string, string] | null {
  if (element.tagName === "title") {
    const text = element.childNodes.map((child) => ("value" in child ? child.value : "")).join("");
    return ["title", text];
  }
  if (element.tagName !== "meta") return null;
  const attribute = (name: string) => element.attrs.find((one) => one.name === name)?.value;
  const name = (attribute("property") ?? attribute("name") ?? "").toLowerCase();
  return WANTED.has(name) ? [name, attribute("content") ?? ""] : null;
}

/** One line without control and direction characters, cut between what readers see as characters. */
function tidy(text: string, max: number): string {
  const line = text
    .toWellFormed()
    .slice(0, max * 8)
    .replace(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  const characters = [...new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(line)];
  if (characters.length <= max && line.length <= max * 4) return line;
  let cut = "";
  for (const { segment } of characters.slice(0, max - 1)) {
    if (cut.length + segment.length > max * 4 - 1) break;
    cut += segment;
  }
  return `${cut.trimEnd()}…`;
}
