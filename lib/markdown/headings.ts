import type { Element, ElementContent } from "hast";

const HEADING = /^h([1-6])$/;

/** Level 1 to 6 of a heading element, undefined for other elements. */
export function headingLevel(element: Element): number | undefined {
  const digit = HEADING.exec(element.tagName)?.[1];
  return digit === undefined ? undefined : Number(digit);
}

/** The highest heading (smallest number) anywhere in the tree; 1 where there is none. */
export function highestHeading(children: readonly ElementContent[]): number {
  const levels: number[] = [];
  const collect = (nodes: readonly ElementContent[]) => {
    for (const node of nodes) {
      if (node.type !== "element") continue;
      const level = headingLevel(node);
      if (level !== undefined) levels.push(level);
      else collect(node.children);
    }
  };
  collect(children);
  return levels.reduce((least, level) => Math.min(least, level), 6);
}

/** Text of an element and everything in it. */
export function textOf(node: ElementContent): string {
  if (node.type === "text") return node.value;
  return node.type === "element" ? node.children.map(textOf).join("") : "";
}

/** Gives every heading an address as GitHub does: `## Über uns` is `über-uns`, a second one `über-uns-1`. */
export function createSlugger(): (text: string) => string {
  const used = new Map<string, number>();
  return (text) => {
    const slug = text
      .toLowerCase()
      .trim()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
      .replaceAll(" ", "-");
    const count = used.get(slug) ?? 0;
    used.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  };
}
