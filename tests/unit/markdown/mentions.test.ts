import { describe, expect, it } from "vitest";
import { excerpt } from "@/lib/markdown/excerpt";
import { MENTIONS_MAX, mentionsIn, readMentionBegun, writeMention } from "@/lib/markdown/mentions";
import { renderMarkdown } from "@/lib/markdown/render";

const ana = { id: "0190a000-0000-7000-8000-000000000001", name: "Ana Pratt" };
const odd = { id: "0190a000-0000-7000-8000-000000000002", name: String.raw`[Bo] \ "O’Neill"` };

describe("a mention", () => {
  it("is read as it was written, whatever the name", () => {
    const text = `Ask ${writeMention(ana)} and ${writeMention(odd)}, ${writeMention(ana)}.`;
    expect(mentionsIn(text)).toEqual([ana, odd]);
  });

  it("leads to the page of the member", () => {
    const html = renderMarkdown(`Ask ${writeMention(ana)} about *it*.`);
    expect(html).toContain(`href="/members/${ana.id}"`);
    expect(html).toContain(">@Ana Pratt</a> about <em>it</em>.");
    expect(renderMarkdown(writeMention(odd))).toContain('>@[Bo] \\ "O’Neill"</a>');
  });

  it("is only text in code, after a backslash and without an id", () => {
    const written = writeMention(ana);
    expect(renderMarkdown(`\`${written}\``)).not.toContain("href");
    expect(renderMarkdown(`\\${written}`)).not.toContain("/members/");
    expect(renderMarkdown(`[see ${written}](https://a.example)`)).not.toMatch(/<a [^>]*>[^<]*<a /);
    expect(renderMarkdown("@[Ana](member:1) @ana")).not.toContain("href");
    expect(renderMarkdown(`[Ana](member:${ana.id})`)).not.toContain("href");
  });

  it("is plain in an excerpt", () => {
    expect(excerpt(`Ask ${writeMention(ana)} now`, 200)).toBe("Ask @Ana Pratt now");
  });

  it("is bounded: of 5,000 people one more than the first fifty is read", () => {
    const id = (n: number) => `0190a000-0000-7000-8000-${String(n).padStart(12, "0")}`;
    const text = Array.from({ length: 5000 }, (_, n) => writeMention({ id: id(n), name: `N${n}` })).join(" ");
    expect(mentionsIn(text)).toHaveLength(MENTIONS_MAX + 1);
    expect(mentionsIn(`@[${"[".repeat(100_000)}](member:`)).toEqual([]);
  });
});

describe("what is typed after an at sign", () => {
  const begun = (text: string) => readMentionBegun(text, text.length);

  it.each([
    ["@", "", 0],
    ["Hi @an", "an", 3],
    ["Hi (@Ana Pr", "Ana Pr", 4],
    ["こんにちは@山田", "山田", 5],
    ["مرحبا @آنا", "آنا", 6],
    ["@Ana ", "Ana", 0],
  ])("asks for members: %s", (text, query, from) => {
    expect(begun(text)).toEqual({ query, from });
  });

  it.each([
    "mail ana@example",
    "https://a.example/@ana",
    "@Ana one two three",
    "@ ana",
    "@ana\nnext",
    "no",
    "\\@ana",
    writeMention(ana),
  ])("asks for nobody: %s", (text) => {
    expect(begun(text)).toBeNull();
  });
});
