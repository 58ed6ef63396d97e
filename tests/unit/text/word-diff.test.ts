import { describe, expect, it } from "vitest";
import { type DiffPart, diffWords, shortenDiff } from "@/lib/text/word-diff";

/** `kept [-removed-] {+added+}` */
function told(parts: readonly DiffPart[]): string {
  const marks = { same: ["", ""], removed: ["[-", "-]"], added: ["{+", "+}"] } as const;
  return parts.map(({ kind, text }) => `${marks[kind][0]}${text}${marks[kind][1]}`).join("");
}

function rebuilt(parts: readonly DiffPart[]): [string, string] {
  const without = (kind: DiffPart["kind"]) =>
    parts
      .filter((part) => part.kind !== kind)
      .map(({ text }) => text)
      .join("");
  return [without("added"), without("removed")];
}

describe("what changed between two texts", () => {
  it.each([
    ["The ferry leaves at nine.", "The ferry leaves at ten.", "The ferry leaves at [-nine-]{+ten+}."],
    ["one two", "one two", "one two"],
    ["", "new", "{+new+}"],
    ["old", "", "[-old-]"],
    ["", "", ""],
    ["take the red boat", "take a small boat", "take [-the red-]{+a small+} boat"],
    ["a b c d", "a x b c d", "a {+x +}b c d"],
    ["潮は九時に満ちる", "潮は十時に満ちる", "潮は[-九-]{+十+}時に満ちる"],
    ["السفينة تغادر صباحا", "السفينة تغادر مساء", "السفينة تغادر [-صباحا-]{+مساء+}"],
    ["line one\nline two", "line one\nline 2", "line one\nline [-two-]{+2+}"],
  ])("%j to %j", (before, after, expected) => {
    expect(told(diffWords(before, after))).toBe(expected);
  });

  it("gives both texts back, whatever they are", () => {
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % below;
    };
    const words = ["tide", " ", "  ", "\n", "é", "潮", "👩‍🚀", ",", "ebb"];
    const text = () => Array.from({ length: random(40) }, () => words[random(words.length)]).join("");
    for (let round = 0; round < 500; round += 1) {
      const [before, after] = [text(), text()];
      expect(rebuilt(diffWords(before, after))).toEqual([before, after]);
    }
  });

  it("does not look for common words in two long texts that have little in common", () => {
    const before = Array.from({ length: 20_000 }, (_, n) => `a${n}`).join(" ");
    const after = Array.from({ length: 20_000 }, (_, n) => `b${n}`).join(" ");
    expect(diffWords(before, after).map(({ kind }) => kind)).toEqual(["removed", "added"]);
    expect(rebuilt(diffWords(before, after))).toEqual([before, after]);
  });
});

describe("a shortened comparison", () => {
  const long = Array.from({ length: 200 }, (_, n) => `word${n}`).join(" ");

  it("keeps what is near a change and says where something was left out", () => {
    const shown = shortenDiff(diffWords(`${long} one ${long}`, `${long} two ${long}`), 40);
    expect(shown.map(({ kind }) => kind)).toEqual(["skipped", "same", "removed", "added", "same", "skipped"]);
    expect(shown[1]).toMatchObject({ text: expect.stringMatching(/^( word\d+)+ $/) });
    expect(shown[4]).toMatchObject({ text: expect.stringMatching(/^( word\d+)+ ?$/) });
  });

  it("leaves short texts whole", () => {
    const parts = diffWords("a b", "a c");
    expect(shortenDiff(parts)).toEqual(parts);
  });
});
