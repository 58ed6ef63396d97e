import { describe, expect, it } from "vitest";
import { CATALOGUES } from "@/lib/i18n/messages";
import { decideWay } from "@/lib/shortcuts/go";
import { hearsShortcut, keyOf, typeKey } from "@/lib/shortcuts/keys";
import { findShortcut, SHORTCUTS, shortcutsOf } from "@/lib/shortcuts/shortcuts";

const idsAt = (host: "community" | "network" | "platform", path: string) =>
  shortcutsOf(SHORTCUTS, { host, path }).map(({ id }) => id);

describe("the list of shortcuts", () => {
  it("has every id once, no key twice in one place, and a text for each", () => {
    expect(new Set(SHORTCUTS.map(({ id }) => id)).size).toBe(SHORTCUTS.length);
    const places = SHORTCUTS.map(({ scope, keys }) => `${scope} ${keys}`);
    expect(new Set(places).size).toBe(places.length);
    for (const { labelKey } of SHORTCUTS) expect(CATALOGUES.en.shortcuts.labels[labelKey]).toBeTruthy();
  });

  it("shows what a page answers to, and not what another does", () => {
    expect(idsAt("community", "/events")).toEqual(expect.arrayContaining(["palette", "help", "goMembers"]));
    expect(idsAt("community", "/events")).not.toContain("goCommunities");
    expect(idsAt("network", "/feed")).toContain("goCommunities");
    expect(idsAt("platform", "/")).not.toContain("goMembers");
    expect(idsAt("platform", "/")).toContain("help");
  });

  it("puts a screen's own first", () => {
    const known = [
      { id: "everywhere", scope: "everywhere" },
      { id: "next", scope: "list" },
      { id: "reply", scope: "post" },
    ] as const;
    const ids = (path: string) => shortcutsOf(known, { host: "community", path }).map(({ id }) => id);
    expect(ids("/")).toEqual(["next", "everywhere"]);
    expect(ids("/p/0193")).toEqual(["reply", "everywhere"]);
    expect(ids("/p/0193/edit")).toEqual(["everywhere"]);
  });
});

describe("a key of one kind of screen", () => {
  it("does what the list says there, and nothing elsewhere", () => {
    expect(findShortcut("j", "list")).toBe("next");
    expect(findShortcut("J", "list")).toBe("next");
    expect(findShortcut("j", "everywhere")).toBeNull();
    expect(findShortcut("q", "list")).toBeNull();
  });
});

describe("hearing", () => {
  const press = {
    key: "j",
    code: "KeyJ",
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    isComposing: false,
    defaultPrevented: false,
    target: null,
  };

  it.each(["altKey", "ctrlKey", "metaKey", "isComposing", "defaultPrevented"])("leaves %s alone", (held) => {
    expect(hearsShortcut({ ...press, [held]: true })).toBe(false);
  });

  it("leaves keys alone that write nothing", () => {
    expect(hearsShortcut({ ...press, key: "ArrowDown" })).toBe(false);
  });
});

describe("typing", () => {
  it("joins a g with the key that follows soon", () => {
    const g = typeKey(null, "g", 1000);
    expect(g.keys).toBe("g");
    expect(typeKey(g, "h", 1400).keys).toBe("g h");
    expect(typeKey(g, "h", 4000).keys).toBe("h");
    expect(typeKey(typeKey(g, "h", 1400), "h", 1500).keys).toBe("h");
    expect(typeKey(typeKey(g, "g", 1100), "h", 1200).keys).toBe("h");
  });

  it("knows a key by its place where it writes another script", () => {
    const at = (key: string, code: string, shiftKey = false) => keyOf({ key, code, shiftKey });
    expect(at("ل", "KeyG")).toBe("g");
    expect(at("g", "KeyU")).toBe("g");
    expect(at("?", "Slash", true)).toBe("?");
    expect(at("؟", "Slash", true)).toBe("?");
    expect(at("ظ", "Slash")).toBe("/");
    expect(at("ج", "BracketLeft")).toBe("[");
    expect(at("ñ", "Semicolon")).toBe("ñ");
    expect(at("Enter", "Enter")).toBe("Enter");
  });
});

describe("going", () => {
  const member = { host: "community", member: true } as const;
  const visitor = { host: "community", member: false } as const;
  const network = { host: "network", member: false } as const;

  it("leads members and visitors to the pages that are theirs", () => {
    expect(decideWay("g h", member)).toEqual({ to: "/about" });
    expect(decideWay("g h", visitor)).toEqual({ to: "/" });
    expect(decideWay("g m", member)).toEqual({ to: "/members" });
    expect(decideWay("g m", visitor)).toBeNull();
    expect(decideWay("g m", network)).toBeNull();
  });

  it("knows the network's pages from wherever one is", () => {
    expect(decideWay("g a", network)).toEqual({ to: "/feed" });
    expect(decideWay("g a", member)).toEqual({ onNetwork: "/feed" });
    expect(decideWay("g c", member)).toBeNull();
  });

  it("counts communities from one to nine", () => {
    expect(decideWay("g 1", member)).toEqual({ community: 1 });
    expect(decideWay("g 9", network)).toEqual({ community: 9 });
    expect(decideWay("g 0", member)).toBeNull();
    expect(decideWay("g z", member)).toBeNull();
    expect(decideWay("h", member)).toBeNull();
  });

  it("answers every g that the list shows, somewhere", () => {
    const sequences = SHORTCUTS.map(({ keys }) => keys.replace("1–9", "1")).filter((keys) =>
      keys.startsWith("g "),
    );
    for (const keys of sequences)
      expect(
        [member, network].some((place) => decideWay(keys, place) !== null),
        keys,
      ).toBe(true);
  });
});
