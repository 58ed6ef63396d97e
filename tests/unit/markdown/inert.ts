import { type DefaultTreeAdapterTypes, parse, parseFragment } from "parse5";

type Node = DefaultTreeAdapterTypes.ChildNode;
type ElementNode = DefaultTreeAdapterTypes.Element;

const ELEMENTS = new Set(
  "a blockquote br code del div em h2 h3 h4 h5 h6 hr img input li ol p pre s section strong sup table tbody td th thead tr ul".split(
    " ",
  ),
);

const EVERYWHERE = ["dir", "id", "class", "aria-label", "role", "tabindex"];
const ATTRIBUTES: Record<string, string[]> = {
  a: ["href", "title", "rel"],
  img: ["src", "alt", "title", "loading", "decoding", "referrerpolicy"],
  input: ["type", "disabled", "checked"],
  ol: ["start"],
  td: ["align"],
  th: ["align"],
};
const CLASSES =
  /^(language-[\w+#.-]{1,40}|table-scroll|task-item|plain-text|footnotes|footnote-ref|footnote-backref)$/;

/** Everything in the HTML that could act, as a browser's parser sees it; empty where the HTML is inert. */
export function findActive(html: string): string[] {
  return elementsOf(html).flatMap(({ node, comment }) =>
    comment ? ["comment"] : node ? problemsOf(node) : [],
  );
}

/** The text a reader sees. */
export function visibleText(html: string): string {
  const read = (node: Node): string =>
    "value" in node ? node.value : "childNodes" in node ? node.childNodes.map(read).join("") : "";
  return parseFragment(html).childNodes.map(read).join("");
}

/** Text content of each element with this tag name, in order. */
export function textsOf(html: string, tagName: string): string[] {
  const read = (node: Node): string =>
    "value" in node ? node.value : "childNodes" in node ? node.childNodes.map(read).join("") : "";
  return elementsOf(html).flatMap(({ node }) =>
    node?.tagName === tagName ? [node.childNodes.map(read).join("")] : [],
  );
}

/** Attributes of each element with this tag name, in order. */
export function attributesOf(html: string, tagName: string): Record<string, string>[] {
  return elementsOf(html).flatMap(({ node }) =>
    node?.tagName === tagName ? [Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]))] : [],
  );
}

function elementsOf(html: string): { node?: ElementNode; comment: boolean }[] {
  // As a whole document, so that markup cannot hide in how fragments are read.
  const body = parse(`<!doctype html><title>t</title><body><main>${html}</main>`);
  const found: { node?: ElementNode; comment: boolean }[] = [];
  const frame = new Set(["html", "head", "title", "body", "main"]);
  const walk = (node: Node) => {
    if (node.nodeName === "#comment") found.push({ comment: true });
    if ("tagName" in node && !frame.delete(node.tagName)) found.push({ node, comment: false });
    if ("content" in node) found.push({ node, comment: false });
    if ("childNodes" in node) node.childNodes.forEach(walk);
  };
  body.childNodes.forEach(walk);
  return found;
}

function problemsOf(node: ElementNode): string[] {
  if (!ELEMENTS.has(node.tagName)) return [`<${node.tagName}>`];
  if (!node.namespaceURI.endsWith("/xhtml")) return [`<${node.tagName}> in ${node.namespaceURI}`];
  return node.attrs.flatMap(({ name, value }) => {
    const allowed = EVERYWHERE.includes(name) || ATTRIBUTES[node.tagName]?.includes(name);
    if (!allowed) return [`${node.tagName}[${name}]`];
    return isHarmless(node.tagName, name, value) ? [] : [`${node.tagName}[${name}=${value}]`];
  });
}

function isHarmless(tagName: string, name: string, value: string): boolean {
  if (name === "class") return value.split(/\s+/).every((part) => CLASSES.test(part));
  if (name === "id") return value.startsWith("user-content-");
  if (name === "src") return /^https:\/\/[^/]/.test(value) || /^\/(?![/\\])/.test(value);
  if (name !== "href") return tagName !== "input" || name !== "type" || value === "checkbox";
  if (value.startsWith("#")) return value.startsWith("#user-content-");
  return /^(https?:\/\/[^/]|mailto:)/.test(value) || /^\/(?![/\\])/.test(value);
}
