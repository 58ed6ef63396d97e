import { describe, expect, it } from "vitest";
import { shareHref } from "@/lib/sharing/links";
import { canChoose, isObstacle, isQuestion, offeredScopes, standingOf, wordsIn } from "@/lib/sharing/rules";
import type { ShareBadge, ShareTarget } from "@/lib/sharing/schemas";

const network = "https://archipelago.example";
const post = "0192a1b2-0000-7000-8000-000000000001";
const share = "0192a1b2-0000-7000-8000-000000000002";
const badge = (scope: ShareBadge["scope"]) =>
  ({ id: share, scope, home: { slug: "harbour", name: "Harbour", accent: "#0f6b6b" } }) as ShareBadge;

describe("the way to share a post on", () => {
  const own = { id: post, mine: true, visibility: "members", shared: null } as const;

  it("leads from where it is read at home", () => {
    expect(shareHref(network, own, "harbour")).toBe(`${network}/share?from=harbour&post=${post}`);
    expect(shareHref(network, { ...own, mine: false, visibility: "public" }, "harbour")).not.toBeNull();
  });

  it("is not there for posts of a group or of oneself alone", () => {
    for (const visibility of ["group", "me"] as const) {
      expect(shareHref(network, { ...own, visibility }, "harbour")).toBeNull();
    }
  });

  it("names the share by which somebody else's post is read, where that may be handed on", () => {
    const came = { ...own, mine: false };
    for (const scope of ["view", "comment"] as const) {
      expect(shareHref(network, { ...came, shared: badge(scope) }, "tango")).toBeNull();
    }
    expect(shareHref(network, { ...came, shared: badge("reshare") }, "tango")).toBe(
      `${network}/share?from=harbour&post=${post}&via=${share}`,
    );
    expect(shareHref(network, { ...own, shared: badge("view") }, "tango")).toBe(
      `${network}/share?from=harbour&post=${post}`,
    );
  });
});

describe("where a post may go", () => {
  const target = (more: Partial<ShareTarget> = {}) =>
    ({ obstacle: null, share: null, scopes: ["view", "comment"], ...more }) as ShareTarget;
  const open = (state: "asked" | "waiting" | "active") =>
    ({ id: share, state, scope: "view", asked_by_me: false }) as const;

  it("is a question that I can take back while nobody has let it in", () => {
    const mine = (state: "asked" | "waiting" | "active") => ({ ...open(state), asked_by_me: true });
    expect(isQuestion(target())).toBe(false);
    expect(isQuestion(target({ share: open("asked") }))).toBe(false);
    expect(isQuestion(target({ share: mine("active") }))).toBe(false);
    for (const state of ["asked", "waiting"] as const) {
      expect(isQuestion(target({ share: mine(state) }))).toBe(true);
    }
  });

  it("is where nothing is in the way and it does not stand", () => {
    expect(canChoose(target(), false)).toBe(true);
    expect(canChoose(target({ obstacle: "not_connected" }), true)).toBe(false);
    for (const state of ["waiting", "active"] as const) {
      expect(canChoose(target({ share: open(state) }), true)).toBe(false);
    }
    expect(canChoose(target({ share: open("asked") }), true)).toBe(true);
    expect(canChoose(target({ share: open("asked") }), false)).toBe(false);
  });

  it("offers what at least one of them allows", () => {
    const wide = target({ scopes: ["view", "comment", "reshare"] });
    expect(offeredScopes([target(), target({ scopes: ["view"] })], true)).toEqual(["view", "comment"]);
    expect(offeredScopes([target(), { ...wide, obstacle: "connection_paused" }], true)).toEqual([
      "view",
      "comment",
    ]);
    expect(offeredScopes([wide], true)).toEqual(["view", "comment", "reshare"]);
    expect(offeredScopes([], true)).toEqual([]);
  });

  it("knows what it has words for", () => {
    expect(isObstacle("not_connected")).toBe(true);
    expect(isObstacle("constructor")).toBe(false);
  });
});

describe("the words of a consent", () => {
  const texts = { en: "I agree", es: "Acepto" };

  it("are those of the language, of its main one, or English", () => {
    expect(wordsIn(texts, "es")).toEqual({ text: "Acepto", lang: "es" });
    expect(wordsIn(texts, "es-AR")).toEqual({ text: "Acepto", lang: "es" });
    expect(wordsIn(texts, "ja")).toEqual({ text: "I agree", lang: "en" });
    expect(wordsIn(texts, "toString")).toEqual({ text: "I agree", lang: "en" });
  });
});

describe("how a share stands", () => {
  const now = Date.parse("2026-11-21T12:00:00Z");
  const at = (minutes: number) => new Date(now + minutes * 60_000).toISOString();

  it("is live only while everything holds and its time has not come", () => {
    expect(standingOf({ state: "active", live: true, expires_at: null }, now)).toBe("live");
    expect(standingOf({ state: "active", live: true, expires_at: at(1) }, now)).toBe("live");
    expect(standingOf({ state: "active", live: false, expires_at: null }, now)).toBe("resting");
    expect(standingOf({ state: "active", live: false, expires_at: at(0) }, now)).toBe("expired");
    expect(standingOf({ state: "waiting", live: false, expires_at: null }, now)).toBe("waiting");
    expect(standingOf({ state: "asked", live: false, expires_at: at(-1) }, now)).toBe("expired");
  });
});
