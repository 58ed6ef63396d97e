import { describe, expect, test } from "vitest";
import { MAX_MARKDOWN_LENGTH, renderMarkdown } from "@/lib/markdown/render";
import { findActive, visibleText } from "./inert";

/** Generous beside the goal of about a second, so that a busy machine does not fail a correct build. */
const LIMIT_MS = 6_000;

const fill = (part: string) => part.repeat(Math.floor(MAX_MARKDOWN_LENGTH / part.length));

const PARAGRAPHS = "Hello **world**, see `code` and [a link](https://a.example).\n\n";

const LARGE: Record<string, string> = {
  prose: fill("lorem ipsum dolor sit amet. "),
  paragraphs: fill(PARAGRAPHS),
  "one paragraph of lines": fill("Hello **world** and `code`\n"),
  "a long list": fill("- item one\n"),
  "a code block": `\`\`\`\n${fill("let x = 1;\n").slice(0, -10)}\n\`\`\``,
  "a long table": `|a|b|\n|-|-|\n${fill("|1|2|\n").slice(0, -100)}`,
  Japanese: fill("日本語の文章です。"),
};

const HOSTILE: Record<string, string> = {
  "10,000 nested quotes": `${">".repeat(10_000)}a`,
  "10,000 spaced quotes": `${"> ".repeat(10_000)}a`,
  "10,000 nested brackets": `${"[".repeat(10_000)}a${"]".repeat(10_000)}`,
  "10,000 nested lists": `${"- ".repeat(10_000)}a`,
  "quotes in lists in quotes": fill("> - "),
  "5,000 mentions": "@someone ".repeat(5_000),
  "closing brackets": fill("]"),
  "half links": fill("[a]("),
  "half images": fill("!["),
  "unknown references": fill("[a][b] "),
  "unknown footnotes": fill("[^1] "),
  "5,000 footnotes": Array.from({ length: 5_000 }, (_, index) => `[^${index}]: x\n\n[^${index}]\n`).join(
    "\n",
  ),
  "a note marked 20,000 times": `[^1]: x\n\n${"[^1] ".repeat(20_000)}`,
  "inline footnotes": "^[a".repeat(50_000),
  "open emphasis": fill("*a "),
  "crossed emphasis": fill("a**b"),
  "mixed emphasis": fill("a_b*c"),
  "nested emphasis": `${"*".repeat(90_000)}a${"*".repeat(90_000)}`,
  backticks: Array.from({ length: 600 }, (_, index) => "`".repeat(index + 1)).join(" "),
  "half tags": fill("<a "),
  "half comments": fill("<!--"),
  entities: fill("&#x"),
  schemes: fill("https://"),
  "brackets in an address": `https://a.example/${"(".repeat(90_000)}${")".repeat(90_000)}`,
  "cells that nobody wrote": `${"|a".repeat(3_000)}|\n${"|-".repeat(3_000)}|\n${"a\n".repeat(90_000)}`,
  definitions: fill("[a]: b\n"),
  "combining marks": `a${"\u0301".repeat(190_000)}`,
  headings: fill("# a\n"),
};

function timed(source: string): { html: string; elapsed: number } {
  const start = performance.now();
  const html = renderMarkdown(source);
  return { html, elapsed: performance.now() - start };
}

describe("bodies of 200,000 characters", () => {
  test.each(Object.entries(LARGE))("%s", (_name, source) => {
    const { html, elapsed } = timed(source);
    expect(elapsed).toBeLessThan(LIMIT_MS);
    expect(html).not.toContain('class="plain-text"');
  });

  test("one that is longer is shown as typed", () => {
    const html = renderMarkdown(`${fill(PARAGRAPHS)}${PARAGRAPHS.repeat(9)}<b>`);
    expect(html.startsWith('<pre class="plain-text"')).toBe(true);
    expect(html).toContain("&lt;b&gt;");
  });
});

describe("texts made to hang a parser", () => {
  test.each(Object.entries(HOSTILE))("%s", (_name, source) => {
    const { html, elapsed } = timed(source);
    expect(elapsed).toBeLessThan(LIMIT_MS);
    expect(findActive(html)).toEqual([]);
  });

  test("text nested too deep is not lost", () => {
    const source = `${"> ".repeat(500)}hello`;
    expect(visibleText(renderMarkdown(source))).toBe(source);
  });

  test("reasonable nesting is kept", () => {
    expect(renderMarkdown(`${"> ".repeat(20)}hello`).match(/<blockquote/g)).toHaveLength(20);
  });
});

test("a second rendering comes from memory", () => {
  const source = fill(PARAGRAPHS).slice(1_000);
  const first = timed(source);
  const second = timed(source);
  expect(second.html).toBe(first.html);
  expect(second.elapsed).toBeLessThan(first.elapsed / 4);
});
