import type { Element, ElementContent } from "hast";
import { textOf } from "./headings";

/** What stands below a link that is alone in its paragraph. Plain text, all of it. */
export interface LinkCard {
  url: string;
  title: string;
  description: string;
  site_name: string;
}

/** Cards by the address that they are shown for. Addresses that cannot be read have none. */
export function cardsByAddress(cards: readonly LinkCard[]): Map<string, LinkCard> {
  return new Map(
    cards.flatMap((card) => (URL.canParse(card.url) ? [[new URL(card.url).href, card] as const] : [])),
  );
}

/** A paragraph, and the card of the link that is all it holds. Each card is shown once: it is taken out of `cards`. */
export function withCard(paragraph: Element, cards: Map<string, LinkCard>): ElementContent[] {
  const [only, ...others] = paragraph.children;
  if (others.length > 0 || only?.type !== "element" || only.tagName !== "a") return [paragraph];
  const href = String(only.properties.href ?? "");
  const card = cards.get(href);
  if (!card || !textOf(only).startsWith("https://")) return [paragraph];
  cards.delete(href);
  return [paragraph, draw(card, href)];
}

function element(tagName: string, properties: Element["properties"], ...children: ElementContent[]): Element {
  return { type: "element", tagName, properties, children };
}

const text = (value: string): ElementContent => ({ type: "text", value });

function draw({ title, description, site_name }: LinkCard, href: string): Element {
  // The host is what the address says; a page may call itself what it likes.
  const { hostname } = new URL(href);
  const rel = ["nofollow", "ugc", "noopener"];
  return element(
    "div",
    { className: ["link-card"] },
    element("a", { href, rel, dir: "auto" }, text(title)),
    ...(description ? [element("p", { dir: "auto" }, text(description))] : []),
    element(
      "p",
      { className: ["link-card-site"] },
      element("bdi", {}, text(hostname)),
      ...(site_name && site_name !== hostname ? [text(" · "), element("bdi", {}, text(site_name))] : []),
    ),
  );
}
