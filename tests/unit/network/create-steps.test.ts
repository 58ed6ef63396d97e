import { describe, expect, it } from "vitest";
import { createCommunityInput } from "@/lib/tenants/create-schemas";
import { CREATE_STEPS, createStepQuery, firstStepWith, readCreateStep } from "@/lib/tenants/create-steps";
import { PURPOSE_CHOICES, PURPOSES } from "@/lib/tenants/purposes";
import { starterOf, suggestTaglines } from "@/lib/tenants/starters";

describe("steps of founding", () => {
  it("stand at addresses that lead back to them; what is no step is the first", () => {
    for (const place of CREATE_STEPS.keys()) {
      expect(readCreateStep(new URLSearchParams(createStepQuery(place)).get("step"))).toBe(place);
    }
    for (const value of ["0", "6", "1.5", "x", ""]) expect(readCreateStep(value)).toBe(0);
  });

  it("ask for every field that founding takes, and bring errors to the first of them", () => {
    const fields = Object.keys(createCommunityInput.in.shape);
    for (const field of fields) expect(firstStepWith({ [field]: "wrong" })).not.toBeNull();
    expect(firstStepWith({ accent: "a", slug: "b" })).toBe(0);
    expect(firstStepWith({ somewhere: "else" })).toBeNull();
  });
});

describe("what a purpose brings", () => {
  const languages = ["en", "es", "ar", "ja"];
  const cases = languages.flatMap((locale) => PURPOSES.map((purpose) => ({ locale, purpose })));

  it.each(cases)("$purpose in $locale fits what the database takes", ({ locale, purpose }) => {
    const starter = starterOf(purpose, locale);
    if (!starter) throw new Error("no starter");
    expect([...starter.tagline].length).toBeLessThanOrEqual(160);
    expect(starter.rules.split("\n")).toHaveLength(4);
    expect(starter.groups.length).toBeGreaterThan(1);
    for (const group of starter.groups) expect([...group.name].length).toBeLessThanOrEqual(80);
    expect(starter.posts).toHaveLength(3);
    for (const post of starter.posts) {
      expect(post.title).not.toBe("");
      expect(post.body).not.toBe("");
      for (const tag of post.tags) expect(tag).toMatch(/^[\p{L}\p{M}\p{N}-]{1,40}$/u);
    }
  });

  it("is other words in each language, and English where there are none", () => {
    for (const purpose of PURPOSES) {
      const taglines = languages.map((locale) => suggestTaglines(locale)[purpose]);
      expect(new Set(taglines).size).toBe(languages.length);
    }
    expect(starterOf("club", "fi")).toEqual(starterOf("club", "en"));
    expect(starterOf("club", "es-AR")).toEqual(starterOf("club", "es"));
  });

  it("is nothing where a place begins empty", () => {
    expect(PURPOSE_CHOICES.filter((purpose) => starterOf(purpose, "en") === null)).toEqual(["blank"]);
  });
});
