import { describe, expect, it } from "vitest";
import { endOfMute } from "@/lib/feed/mutes";
import {
  parseSlugList,
  readUnifiedView,
  spellOut,
  toggleSlug,
  unifiedHref,
  WHOLE_STREAM,
  whyEmpty,
} from "@/lib/feed/unified-rules";
import { keepViewInput, unifiedNewsSchema, unifiedQuerySchema } from "@/lib/feed/unified-schemas";

const KEPT = "018b7515-1d80-709a-8df2-edc71d06825e";

describe("parseSlugList", () => {
  it("reads names, each once, and nothing else", () => {
    expect(parseSlugList("tango,harbour,tango, x,<b>,")).toEqual(["tango", "harbour"]);
    expect(parseSlugList(["tango", "harbour"])).toEqual(["tango", "harbour"]);
    expect(parseSlugList(undefined)).toEqual([]);
  });

  it("stops somewhere", () => {
    expect(parseSlugList(Array.from({ length: 200 }, (_, n) => `club${n}`).join(","))).toHaveLength(60);
  });
});

describe("a view as an address", () => {
  it("is read as it is written", () => {
    for (const view of [
      WHOLE_STREAM,
      { ...WHOLE_STREAM, kept: KEPT },
      { ...WHOLE_STREAM, slugs: ["tango", "harbour"], order: "balanced" as const },
      { ...WHOLE_STREAM, slugs: ["tango"], mentions: true },
    ]) {
      const query = Object.fromEntries(new URLSearchParams(unifiedHref(view).split("?")[1]));
      expect(readUnifiedView(query)).toEqual(view);
    }
  });

  it("leaves out what it does not know", () => {
    const odd = { view: "x", order: ["loud"], only: "mine", c: ["tango", "<b>"] };
    expect(readUnifiedView(odd)).toEqual({ ...WHOLE_STREAM, slugs: ["tango"] });
    expect(readUnifiedView({ view: KEPT, c: "tango", order: "balanced" })).toEqual({
      ...WHOLE_STREAM,
      kept: KEPT,
    });
  });
});

describe("toggleSlug", () => {
  it("chooses, adds, leaves out and comes back to all, and keeps the order", () => {
    const chosen = (slugs: string[]) => ({ ...WHOLE_STREAM, slugs });
    const href = (slugs: string[], slug: string) => unifiedHref(toggleSlug(chosen(slugs), slug));
    expect(href([], "tango")).toBe("/feed?c=tango");
    expect(href(["tango"], "harbour")).toBe("/feed?c=tango,harbour");
    expect(href(["tango", "harbour"], "tango")).toBe("/feed?c=harbour");
    expect(href(["tango"], "tango")).toBe("/feed");
    const balanced = { ...chosen(["tango"]), kept: KEPT, order: "balanced" as const };
    expect(unifiedHref(toggleSlug(balanced, "harbour"))).toBe("/feed?c=tango,harbour&order=balanced");
  });
});

describe("spellOut", () => {
  const mine = [
    { id: "1", slug: "tango" },
    { id: "2", slug: "harbour" },
  ];

  it("says what a kept view shows, without what one left", () => {
    const kept = { order: "balanced" as const, only: null, tenants: ["2", "9"] };
    expect(spellOut({ ...WHOLE_STREAM, kept: KEPT }, kept, mine)).toEqual({
      kept: KEPT,
      slugs: ["harbour"],
      order: "balanced",
      mentions: false,
    });
    expect(spellOut(WHOLE_STREAM, null, mine)).toEqual(WHOLE_STREAM);
  });
});

describe("whyEmpty", () => {
  const heard = (slug: string) => ({ slug, muted: false });
  const muted = (slug: string) => ({ slug, muted: true });

  it("tells the kinds of silence apart", () => {
    const chosen = { ...WHOLE_STREAM, slugs: ["tango"] };
    expect(whyEmpty([], WHOLE_STREAM)).toBe("no_communities");
    expect(whyEmpty([heard("tango"), muted("harbour")], WHOLE_STREAM)).toBe("quiet");
    expect(whyEmpty([heard("tango")], chosen)).toBe("quiet_choice");
    expect(whyEmpty([heard("tango")], { ...WHOLE_STREAM, mentions: true })).toBe("no_mentions");
    expect(whyEmpty([muted("tango"), muted("harbour")], WHOLE_STREAM)).toBe("all_muted");
    // One that is asked for alone is heard although it is muted.
    expect(whyEmpty([muted("tango")], chosen)).toBe("quiet_choice");
  });
});

describe("endOfMute", () => {
  it("knows that some have none", () => {
    expect(endOfMute("infinity")).toBeNull();
    expect(endOfMute("2026-11-21T17:08:44+00:00")).toBe("2026-11-21T17:08:44+00:00");
  });
});

describe("what the feed is asked", () => {
  it("reads the choice", () => {
    expect(unifiedQuerySchema.parse({ c: "tango,harbour" })).toEqual({
      view: { ...WHOLE_STREAM, slugs: ["tango", "harbour"] },
      limit: 20,
    });
    expect(unifiedQuerySchema.parse({ order: "balanced", limit: "5" })).toMatchObject({
      view: { order: "balanced" },
      limit: 5,
    });
    expect(unifiedNewsSchema.parse({ at: "2026-11-21T17:08:44+00:00", view: KEPT })).toMatchObject({
      view: { kept: KEPT },
    });
  });

  it.each([
    { before: "x" },
    { limit: "51" },
    { tenant: "x" },
    { order: "loud" },
    { only: "mine" },
    { view: "x" },
  ])("refuses %j", (query) => expect(unifiedQuerySchema.safeParse(query).success).toBe(false));

  it.each([
    { name: "  " },
    { name: "x".repeat(41) },
    { name: "x", order: "loud" },
    { name: "x", tenants: "1" },
  ])("keeps no view from %j", (input) => expect(keepViewInput.safeParse(input).success).toBe(false));
});
