import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseSlug } from "@/lib/tenancy/slug";
import { readDraft } from "@/lib/tenants/create-draft";
import { findSlugText, suggestSlug, tidySlug } from "@/lib/tenants/create-rules";
import { createCommunityInput } from "@/lib/tenants/create-schemas";

describe("suggestSlug", () => {
  it.each([
    ["Harbour Rowing", "harbour-rowing"],
    ["Café del Mar", "cafe-del-mar"],
    ["  Straße & Łódź  ", "strasse-lodz"],
    ["Lucía's Milonga", "lucias-milonga"],
    ["Events", "the-events"],
    ["بستان", ""],
    ["山田", ""],
    ["A", ""],
    ["", ""],
    [
      "The Society for the Preservation of Extremely Long Community Names",
      "the-society-for-the-preservation-of",
    ],
    ["x".repeat(60), "x".repeat(40)],
  ])("%j gives %j", (name, slug) => {
    expect(suggestSlug(name)).toBe(slug);
  });

  it("suggests nothing that would be refused", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 90 }), (name) => {
        const slug = suggestSlug(name);
        return slug === "" || parseSlug(slug).ok;
      }),
    );
  });
});

describe("findSlugText", () => {
  it.each([
    ["a", "slug_short"],
    ["x".repeat(41), "slug_long"],
    ["Harbour", "slug_characters"],
    ["a--b", "slug_hyphens"],
    ["-ab", "slug_hyphens"],
    ["xn--80ak6aa92e", "slug_hyphens"],
    ["admin", "slug_unavailable"],
    ["adm1n", "slug_unavailable"],
    ["harbour-rowing", null],
  ])("%s: %s", (slug, text) => {
    expect(findSlugText(slug)).toBe(text);
  });
});

describe("tidySlug", () => {
  it("types what was meant", () => {
    expect(tidySlug("My Fine_Club")).toBe("my-fine-club");
  });
});

describe("createCommunityInput", () => {
  const good = { name: "Harbour", slug: "harbour-rowing", accent: "#0F6B6B" };

  it("fills in what may be left out", () => {
    expect(createCommunityInput.parse(good)).toMatchObject({
      tagline: "",
      privacy: "public",
      join_policy: "open",
      locale: "en",
      time_zone: "UTC",
      accent: "#0f6b6b",
    });
  });

  it("makes a secret community one by invitation", () => {
    expect(createCommunityInput.parse({ ...good, privacy: "secret", join_policy: "open" }).join_policy).toBe(
      "invite",
    );
  });

  it.each([
    [{ name: " " }, "name", "required"],
    [{ name: "x".repeat(81) }, "name", "too_long"],
    [{ slug: "" }, "slug", "required"],
    [{ slug: "admin" }, "slug", "slug_unavailable"],
    [{ tagline: "x".repeat(161) }, "tagline", "too_long"],
    [{ time_zone: "Mars/Olympus" }, "time_zone", "time_zone_unknown"],
    [{ time_zone: "+02:00" }, "time_zone", "time_zone_unknown"],
    [{ accent: "teal" }, "accent", "accent_invalid"],
  ])("refuses %j", (change, field, message) => {
    const parsed = createCommunityInput.safeParse({ ...good, ...change });
    expect(parsed.error?.issues.map((issue) => [issue.path[0], issue.message])).toEqual([[field, message]]);
  });

  it("takes no field that is not asked for", () => {
    expect(createCommunityInput.safeParse({ ...good, status: "active" }).success).toBe(false);
  });
});

describe("readDraft", () => {
  it("takes an unfinished form and nothing strange", () => {
    expect(readDraft({ name: "Har", accent: "#0f" })).toEqual({ name: "Har", accent: "#0f" });
    expect(readDraft({ privacy: "half", name: 4, tagline: "t".repeat(401), slug: "fern" })).toEqual({
      slug: "fern",
    });
    expect(readDraft(null)).toEqual({});
  });
});
