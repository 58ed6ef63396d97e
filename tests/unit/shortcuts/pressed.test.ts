import { describe, expect, it } from "vitest";
import { english } from "@/lib/i18n/messages/en";
import { singleKey } from "@/lib/shortcuts/pressed";
import { findShortcut, SHORTCUTS } from "@/lib/shortcuts/shortcuts";

const plain = {
  key: "j",
  code: "KeyJ",
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  defaultPrevented: false,
  isComposing: false,
};
const somewhere = { closest: () => null };
const typing = { closest: () => ({}) };

describe("a single key", () => {
  it.each([
    [{}, "j"],
    [{ key: "Enter", code: "Enter" }, "Enter"],
    [{ key: "ت", code: "KeyJ" }, "j"],
    [{ key: "ñ", code: "Semicolon" }, null],
    [{ key: "1", code: "Digit1" }, null],
    [{ key: "ArrowDown", code: "ArrowDown" }, null],
    [{ ctrlKey: true }, null],
    [{ metaKey: true }, null],
    [{ altKey: true }, null],
    [{ shiftKey: true }, null],
    [{ defaultPrevented: true }, null],
    [{ isComposing: true }, null],
  ])("%j is %s", (change, key) => {
    expect(singleKey({ ...plain, ...change }, somewhere)).toBe(key);
  });

  it("belongs to who is typing", () => {
    expect(singleKey(plain, typing)).toBeNull();
    expect(singleKey(plain, null)).toBe("j");
  });
});

describe("shortcuts", () => {
  it("give no key two meanings, and each has a name", () => {
    const keys = SHORTCUTS.flatMap((shortcut) => [...shortcut.keys]);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { labelKey } of SHORTCUTS) expect(Object.keys(english.shortcuts.labels)).toContain(labelKey);
    expect(findShortcut("o")).toBe("list.open");
    expect(findShortcut("q")).toBeNull();
  });
});
