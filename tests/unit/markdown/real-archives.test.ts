import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { excerpt } from "@/lib/markdown/excerpt";
import { parserFor } from "@/lib/markdown/parser";
import { renderMarkdown } from "@/lib/markdown/render";
import { findActive, textsOf } from "./inert";

const folder = path.join(import.meta.dirname, "../../../../shared/real");
const present = existsSync(folder);
const archives = present
  ? readdirSync(folder).filter((name) => existsSync(path.join(folder, name, "posts.jsonl")))
  : [];

interface ArchivedPost {
  title: string;
  body: string;
}

function isPost(value: unknown): value is ArchivedPost {
  return typeof value === "object" && value !== null && "body" in value && typeof value.body === "string";
}

function readPosts(archive: string): ArchivedPost[] {
  const lines = readFileSync(path.join(folder, archive, "posts.jsonl"), "utf8").split("\n");
  return lines
    .filter((line) => line !== "")
    .map((line): unknown => JSON.parse(line))
    .filter(isPost);
}

function codeBlocks(body: string): string[] {
  const tokens = parserFor(body, false).parse(body, {});
  return tokens
    .filter((token) => token.type === "fence" || token.type === "code_block")
    .map((token) => token.content);
}

if (!present) {
  test.skip("real archives: none beside the project (../shared/real), nothing to render", () => undefined);
}

describe.runIf(present)("real archives", () => {
  let rendered = 0;
  afterAll(() => expect(rendered).toBe(1_050));

  test.each(archives)(
    "every post of %s renders as Markdown and stays inert",
    { timeout: 120_000 },
    (archive) => {
      for (const post of readPosts(archive)) {
        const html = renderMarkdown(post.body);
        rendered += 1;
        expect(html, post.title).not.toContain('class="plain-text"');
        expect(findActive(html), post.title).toEqual([]);
        expect(excerpt(post.body, 280).length, post.title).toBeLessThanOrEqual(281);
      }
    },
  );

  test.each(archives)("every code block of %s keeps its text", { timeout: 120_000 }, (archive) => {
    for (const post of readPosts(archive)) {
      const blocks = codeBlocks(post.body);
      if (blocks.length > 0) expect(textsOf(renderMarkdown(post.body), "pre"), post.title).toEqual(blocks);
    }
  });
});
