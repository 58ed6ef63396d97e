import { describe, expect, it } from "vitest";
import { fieldErrors } from "@/lib/actions/errors";
import { renameInput, settingsInput } from "@/lib/tenants/settings-schemas";

const form = {
  name: " Milonga  del Puerto ",
  tagline: "",
  description: "One\r\ntwo",
  rules: "",
  locale: "es",
  time_zone: "America/Argentina/Buenos_Aires",
  accent: "#A3263C",
  privacy: "public",
  join_policy: "request",
  listed: "on",
  version: "7",
};

function errorsOf(over: object) {
  const parsed = settingsInput.safeParse({ ...form, ...over });
  return parsed.success ? {} : fieldErrors(parsed.error);
}

describe("settings of a community", () => {
  it("become what is kept", () => {
    expect(settingsInput.parse(form)).toEqual({
      ...form,
      name: "Milonga del Puerto",
      description: "One\ntwo",
      accent: "#a3263c",
      listed: true,
      ai_allowed: false,
      version: 7,
    });
  });

  it("an empty box means not listed", () => {
    const { listed: _listed, ...rest } = form;
    expect(settingsInput.parse(rest).listed).toBe(false);
  });

  it("a secret community is by invitation and in no directory, whatever else is ticked", () => {
    const kept = settingsInput.parse({ ...form, privacy: "secret", join_policy: undefined });
    expect(kept).toMatchObject({ listed: false, join_policy: "invite" });
  });

  it("names what is wrong, field by field", () => {
    expect(
      errorsOf({ name: " ", rules: "x".repeat(20_001), time_zone: "Mars/Olympus", accent: "red" }),
    ).toEqual({
      name: "required",
      rules: "too_long",
      time_zone: "time_zone_unknown",
      accent: "accent_invalid",
    });
  });

  it("takes nothing it does not know", () => {
    expect(errorsOf({ status: "active" })).toEqual({ form: "not_accepted" });
  });
});

describe("a change of address", () => {
  it("is typed twice alike", () => {
    expect(renameInput.parse({ slug: " Puerto ", again: "puerto" })).toEqual({
      slug: "puerto",
      again: "puerto",
    });
    const differing = renameInput.safeParse({ slug: "puerto", again: "puerta" });
    expect(differing.error && fieldErrors(differing.error)).toEqual({ again: "slug_differs" });
  });

  it("must be an address that can be had", () => {
    for (const [slug, error] of [
      ["a", "slug_short"],
      ["admin", "slug_unavailable"],
      ["no spaces", "slug_characters"],
    ]) {
      const parsed = renameInput.safeParse({ slug, again: slug });
      expect(parsed.error && fieldErrors(parsed.error).slug).toBe(error);
    }
  });
});
