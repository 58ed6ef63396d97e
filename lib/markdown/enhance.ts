import type { Element, ElementContent, Root } from "hast";
import { createSlugger, headingLevel, highestHeading, textOf } from "./headings";
import { cardsByAddress, type LinkCard, withCard } from "./link-card";
import type { ResolvedOptions } from "./options";
import { markPicture } from "./picture";
import { taskItem } from "./tasks";
import { safeImage, safeLink } from "./urls";

interface Context {
  options: ResolvedOptions;
  headingShift: number;
  slug: (text: string) => string;
  /** Pictures met so far. */
  pictures: number;
  /** Cards of links that were not met yet. */
  cards: Map<string, LinkCard>;
}

// An element with its own `dir` is skipped when its parent looks for a direction, so only the outermost
// block carries it; paragraphs within follow `unicode-bidi: plaintext` from the stylesheet.
const DIRECTED = new Set(["p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "table"]);

/** Adds to a sanitised tree what only we may add: addresses, ids, directions, containers, names for readers. */
export function enhance(root: Root, options: ResolvedOptions): Root {
  const blocks = root.children.filter((node) => node.type !== "doctype");
  const context: Context = {
    options,
    headingShift: options.headingStart - highestHeading(blocks),
    slug: createSlugger(),
    pictures: 0,
    cards: cardsByAddress(options.cards),
  };
  return { type: "root", children: blocks.flatMap((node) => transform(node, context, false)) };
}

function transform(node: ElementContent, context: Context, directed: boolean): ElementContent[] {
  if (node.type !== "element") return node.type === "text" ? [node] : [];
  const directs = !directed && DIRECTED.has(node.tagName);
  const children = node.children.flatMap((child) => transform(child, context, directed || directs));
  const element: Element = { ...node, children, properties: { ...node.properties } };
  if (directs) element.properties.dir = "auto";
  return adorn(element, context);
}

function adorn(element: Element, context: Context): ElementContent[] {
  const { options } = context;
  const level = headingLevel(element);
  if (level !== undefined) return [heading(element, level, context)];
  if (element.properties.id) element.properties.id = options.idPrefix + element.properties.id;
  switch (element.tagName) {
    case "a":
      return link(element, options);
    case "code":
      if (isEmptyList(element.properties.className)) delete element.properties.className;
      return [element];
    case "img":
      return image(element, context);
    case "li":
      return [taskItem(element, options.labels)];
    case "p":
      return withCard(element, context.cards);
    case "pre":
      element.properties = { ...element.properties, dir: "ltr", ...scrollable(options.labels.code) };
      return [element];
    case "table":
      return [container({ className: ["table-scroll"], ...scrollable(options.labels.table) }, [element])];
    case "section":
      element.properties.ariaLabel = options.labels.footnotes;
      return [element];
    default:
      return [element];
  }
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function scrollable(label: string): Element["properties"] {
  return { tabIndex: 0, role: "group", ariaLabel: label };
}

function container(properties: Element["properties"], children: ElementContent[]): Element {
  return { type: "element", tagName: "div", properties, children };
}

function heading(element: Element, level: number, context: Context): Element {
  const { headingStart, idPrefix } = context.options;
  const shifted = Math.min(6, Math.max(headingStart, level + context.headingShift));
  const id = idPrefix + context.slug(textOf(element));
  return { ...element, tagName: `h${shifted}`, properties: { ...element.properties, id } };
}

function link(element: Element, options: ResolvedOptions): ElementContent[] {
  const address = String(element.properties.href ?? "");
  if (address.startsWith("#")) {
    element.properties.href = `#${options.idPrefix}${address.slice(1)}`;
    if (isBackReference(element)) element.properties.ariaLabel = options.labels.backToText;
    return [element];
  }
  const href = safeLink(address, options.linkBase);
  if (href === undefined) return element.children;
  element.properties.href = href;
  element.properties.rel = ["nofollow", "ugc", "noopener"];
  return [element];
}

function isBackReference(element: Element): boolean {
  const names = element.properties.className;
  return Array.isArray(names) && names.includes("footnote-backref");
}

function image(element: Element, context: Context): ElementContent[] {
  const { options } = context;
  const alt = String(element.properties.alt ?? "");
  const source = safeImage(String(element.properties.src ?? ""), options.linkBase);
  if (source.kind === "none") return [{ type: "text", value: alt }];
  if (source.kind === "link") {
    const text: ElementContent = { type: "text", value: alt || source.href };
    const properties = { href: source.href, rel: ["nofollow", "ugc", "noopener"] };
    return [{ type: "element", tagName: "a", properties, children: [text] }];
  }
  element.properties = {
    ...element.properties,
    src: source.src,
    alt,
    loading: "lazy",
    decoding: "async",
    referrerPolicy: "no-referrer",
  };
  markPicture(element, { ...options, eager: options.eagerPicture && context.pictures === 0 });
  context.pictures += 1;
  return [element];
}
