import { describe, expect, it } from "vitest";
import { applyTool, continueLine, type Edit, type Selection, TOOLS, type Tool } from "@/lib/markdown/editing";

/** A text with its selection between bars: `some |chosen| words`, or one bar where the cursor stands. */
function at(marked: string): Selection {
  const [before = "", chosen = "", after] = marked.split("|");
  const text = before + chosen + (after ?? "");
  return after === undefined
    ? { text: before + chosen, start: before.length, end: before.length }
    : { text, start: before.length, end: before.length + chosen.length };
}

function after({ text }: Selection, { from, to, insert, start, end }: Edit): string {
  const next = text.slice(0, from) + insert + text.slice(to);
  const cursor = start === end ? "|" : `|${next.slice(start, end)}|`;
  return next.slice(0, start) + cursor + next.slice(end);
}

const use = (tool: Tool, marked: string) => after(at(marked), applyTool(tool, at(marked)));

describe("the tools of a text", () => {
  it.each<[Tool, string, string]>([
    ["bold", "some |words| here", "some **|words|** here"],
    ["bold", "some **|words|** here", "some |words| here"],
    ["bold", "some |**words**| here", "some |words| here"],
    ["bold", "some| words |here", "some **|words|** here"],
    ["bold", "start | end", "start **|** end"],
    ["bold", "*|both|*", "***|both|***"],
    ["italic", "**|both|**", "***|both|***"],
    ["italic", "***|both|***", "**|both|**"],
    ["italic", "|one|", "*|one|*"],
    ["bold", "|one\n\ntwo |", "|**one**\n\n**two**| "],
    ["link", "see |this| page", "see [this](|https://|) page"],
    ["link", "see |https://a.example/b|", "see [|](https://a.example/b)"],
    ["link", "see |", "see [|](https://)"],
    ["code", "run |npm|", "run `|npm|`"],
    ["code", "run `|npm|`", "run |npm|"],
    ["code", "a |`tick` b| c", "a `` |`tick` b| `` c"],
    ["code", "so: |a\nb| end", "so: \n```\n|a\nb|\n```\n end"],
    ["quote", "one\nt|wo", "one\n> t|wo"],
    ["quote", "> t|wo", "t|wo"],
    ["list", "|one\n\ntwo|", "|- one\n\n- two|"],
    ["list", "|- one\n- two|", "|one\ntwo|"],
    ["numbered", "|- one\n- two|", "|1. one\n2. two|"],
    ["list", "|1. one\n2. two\n|three", "|- one\n- two|\nthree"],
    ["heading", "Ti|tle", "## Ti|tle"],
    ["heading", "## Ti|tle", "### Ti|tle"],
    ["heading", "### Ti|tle", "Ti|tle"],
    ["list", "|", "- |"],
  ])("%s: %s", (tool, before, expected) => {
    expect(use(tool, before)).toBe(expected);
  });

  it("keep every written character, whatever is selected", () => {
    const text = "Ünï – *a* **b** `c`\n\n> d\n- e 🏝\n1. f";
    const places = [...text, ""].map((_, index, all) => all.slice(0, index).join("").length);
    for (const tool of TOOLS) {
      for (const start of places) {
        for (const end of places.filter((place) => place >= start)) {
          const { from, to, insert } = applyTool(tool, { text, start, end });
          const next = text.slice(0, from) + insert + text.slice(to);
          expect(next.replace(/[^\p{L}🏝–]/gu, "").replace("https", "")).toBe(
            text.replace(/[^\p{L}🏝–]/gu, ""),
          );
        }
      }
    }
  });
});

const enter = (marked: string) => {
  const edit = continueLine(at(marked));
  return edit && after(at(marked), edit);
};

describe("Enter", () => {
  it.each([
    ["- one|", "- one\n- |"],
    ["  * one| two", "  * one\n  * | two"],
    ["9. one|", "9. one\n10. |"],
    ["3) one|", "3) one\n4) |"],
    ["- [x] done|", "- [x] done\n- [ ] |"],
    ["> said|", "> said\n> |"],
    ["one\n- |", "one\n|"],
    ["1. one\n2. |\nafter", "1. one\n|\nafter"],
    ["> |", "|"],
  ])("goes on: %s", (before, expected) => {
    expect(enter(before)).toBe(expected);
  });

  it.each(["plain|", "-no list|", "- |one", "|- one", "```\n- one|", "- |one|", "**bold**|"])(
    "is a line's end: %s",
    (text) => {
      expect(enter(text)).toBeNull();
    },
  );
});
