import { describe, expect, it } from "vitest";
import { renderMarkdown } from "@/lib/markdown/render";

const card = {
  url: "https://news.example.org/a",
  title: "<b>News</b>",
  description: "What “happened” & more",
  site_name: "The News",
};
const render = (source: string, over: Partial<typeof card> = {}) =>
  renderMarkdown(source, { cards: [{ ...card, ...over }] });
const count = (html: string) => html.split('class="link-card"').length - 1;

describe("the card of a link", () => {
  it("stands below a link that is alone in its paragraph, as text", () => {
    const html = render(`Look:\n\n${card.url}\n\nFine.`);
    expect(count(html)).toBe(1);
    expect(html).toContain(">&#x3C;b>News&#x3C;/b></a>");
    expect(html).toContain("<bdi>news.example.org</bdi> · <bdi>The News</bdi>");
    expect(html).not.toContain("<img");
  });

  it.each([
    ["among words", `See ${card.url} now`],
    ["under another name", `[read this](${card.url})`],
    ["in code", `\`${card.url}\``],
    ["of another address", "https://news.example.org/b"],
  ])("is not shown %s", (_where, source) => {
    expect(count(render(source))).toBe(0);
  });

  it("is shown once, and never without an address of its own", () => {
    expect(count(render(`${card.url}\n\n${card.url}`))).toBe(1);
    expect(count(render("x", { url: "javascript:alert(1)" }))).toBe(0);
    expect(count(renderMarkdown(card.url))).toBe(0);
  });
});
