import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { RESERVED_SLUGS } from "@/lib/tenancy/reserved-slugs";
import { isReservedSlug, isSlugShaped, parseSlug, SLUG_PATTERN, slugSkeleton } from "@/lib/tenancy/slug";

const a = (count: number) => "a".repeat(count);

describe("parseSlug refuses", () => {
  test.each<[unknown, string]>([
    ["", "too_short"],
    ["a", "too_short"],
    ["-", "too_short"],
    [a(41), "too_long"],
    [`-${a(50)}`, "too_long"],
    [null, "characters"],
    [undefined, "characters"],
    [12, "characters"],
    [["tango"], "characters"],
    ["Tango", "characters"],
    ["tan go", "characters"],
    ["tan_go", "characters"],
    ["tan.go", "characters"],
    ["tan/go", "characters"],
    ["tango\n", "characters"],
    ["tángo", "characters"],
    ["танго", "characters"],
    ["日本語", "characters"],
    ["tang\u200bo", "characters"],
    ["xn--tango", "punycode"],
    ["xn--", "punycode"],
    ["--", "hyphens"],
    ["-tango", "hyphens"],
    ["tango-", "hyphens"],
    ["tan--go", "hyphens"],
    ["admin", "reserved"],
    ["api", "reserved"],
    ["www", "reserved"],
    ["networks", "reserved"],
    ["archipelago", "reserved"],
    ["arcipelago", "reserved"],
    ["archipelago-support", "reserved"],
    ["adm1n", "confusable"],
    ["adrnin", "confusable"],
    ["ad-min", "confusable"],
    ["vvvvvv", "confusable"],
    ["vvww", "confusable"],
    ["ap1", "confusable"],
    ["apl", "confusable"],
    ["b1og", "confusable"],
    ["5upport", "confusable"],
    ["n3twork", "confusable"],
    ["archlpelago", "confusable"],
    ["archipelag0", "confusable"],
    ["archi-pelago", "confusable"],
    ["1ogin", "confusable"],
  ])("%j: %s", (input, reason) => {
    expect(parseSlug(input)).toEqual({ ok: false, reason });
  });
});

test.each([
  ..."go ux data security rust nodejs ruby-es ruby-ja tango milonga harbour lantern forge bustan".split(" "),
  "a1",
  "42",
  "a-b-c-d",
  a(40),
  "new-york",
  "stockholm-archipelago",
  "modern",
  "corner",
])("parseSlug accepts %s", (slug) => {
  expect(parseSlug(slug)).toEqual({ ok: true, slug });
});

describe("the reserved list", () => {
  test("is long, sorted, without repetition, and of slugs only", () => {
    expect(RESERVED_SLUGS.length).toBeGreaterThanOrEqual(150);
    expect(RESERVED_SLUGS).toEqual([...new Set(RESERVED_SLUGS)].sort());
    expect(RESERVED_SLUGS.filter((slug) => !isSlugShaped(slug))).toEqual([]);
  });

  test("holds what the platform needs for itself, in the plural too", () => {
    const needed =
      "admin api www mail auth network platform app static assets cdn docs help status support blog about " +
      "archipelago apps admins networks platforms mails blogs session sign-in sign-up settings communities";
    for (const slug of needed.split(" ")) expect(RESERVED_SLUGS).toContain(slug);
  });

  test("every entry is refused, and so is everything that reads like it", () => {
    for (const slug of RESERVED_SLUGS) {
      expect(isReservedSlug(slug)).toBe(true);
      expect(isReservedSlug(slug.replaceAll("i", "1").replaceAll("o", "0").replaceAll("m", "rn"))).toBe(true);
    }
  });
});

describe("the database", () => {
  const folder = path.join(import.meta.dirname, "../../../supabase/migrations");
  const sql = readdirSync(folder)
    .map((file) => readFileSync(path.join(folder, file), "utf8"))
    .join("\n");

  test("checks slugs with the same pattern", () => {
    expect(sql).toContain(`slug ~ '${SLUG_PATTERN}'`);
  });

  test("makes the same skeletons, in the same order of steps", () => {
    expect(sql).toContain(
      "translate(replace(replace(replace(p_slug, '-', ''), 'rn', 'm'), 'vv', 'w'), '0135i', 'olesl')",
    );
    expect(["r-n", "v-vv", "rrnn", "vvv", "0135i", "l"].map(slugSkeleton)).toEqual([
      "m",
      "wv",
      "rmn",
      "wv",
      "olesl",
      "l",
    ]);
  });
});
