import { beforeAll, describe, expect, test, vi } from "vitest";
import { parserFor } from "@/lib/markdown/parser";
import { MAX_MARKDOWN_LENGTH, renderMarkdown } from "@/lib/markdown/render";
import { findActive, visibleText } from "./inert";

vi.mock("@/lib/markdown/parser", async (importOriginal) => {
  const original = await importOriginal<typeof import("@/lib/markdown/parser")>();
  return { ...original, parserFor: vi.fn(original.parserFor) };
});

/**
 * How many times the processor's work on an ordinary body of full length any text may take. What grows with the square
 * of its length takes hundreds of times that.
 */
const MOST_WORK = 20;

// Work is counted, not time: a busy machine may take as long as it wants.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

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

/** Renders, and measures what the processor worked for it, in microseconds. */
function worked(source: string): { html: string; work: number } {
  const before = process.cpuUsage();
  const html = renderMarkdown(source);
  const { user, system } = process.cpuUsage(before);
  return { html, work: user + system };
}

let most = 0;

beforeAll(() => {
  // Each begins elsewhere, so that none comes from memory. The first also pays for what is compiled but once.
  const runs = [1, 2, 3].map((from) => worked(fill(PARAGRAPHS).slice(from)).work);
  most = MOST_WORK * Math.min(...runs);
});

describe("bodies of 200,000 characters", () => {
  test.each(Object.entries(LARGE))("%s", (_name, source) => {
    const { html, work } = worked(source);
    expect(work).toBeLessThan(most);
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
    const { html, work } = worked(source);
    expect(work).toBeLessThan(most);
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
  vi.mocked(parserFor).mockClear();
  expect(renderMarkdown(source)).toBe(renderMarkdown(source));
  expect(parserFor).toHaveBeenCalledTimes(1);
});
