import { describe, expect, it } from "vitest";
import {
  directoryHref,
  encodeDirectoryCursor,
  isNarrowedDirectory,
  parseDirectoryCursor,
  readDirectoryPlace,
  WHOLE_DIRECTORY,
} from "@/lib/tenants/directory-place";
import { goPath } from "@/lib/tenants/directory-rules";
import { directoryQuerySchema } from "@/lib/tenants/directory-schemas";

const ID = "01a1fb81-cdce-75a5-881f-95424e1528dd";

describe("the directory's cursor", () => {
  it.each([
    ["members", "1204"],
    ["new", "2026-11-20T08:01:02.123456+00:00"],
    ["name", "L’Île_aux 🐇 %_"],
  ] as const)("by %s reads what it wrote", (sort, at) => {
    expect(parseDirectoryCursor(encodeDirectoryCursor({ at, id: ID }), sort)).toEqual({ at, id: ID });
  });

  it.each([
    "",
    ID,
    `${ID}_`,
    `${ID}_-1`,
    `${ID}_9999999999`,
    `${ID.toUpperCase()}_12`,
    `${ID}_2026-11-20`,
    `12_${ID}`,
  ])("by members reads nothing from %j", (text) => expect(parseDirectoryCursor(text, "members")).toBeNull());

  it.each([`${ID}_a\0b`, `${ID}_${"x".repeat(161)}`])("by name reads nothing from %j", (text) => {
    expect(parseDirectoryCursor(text, "name")).toBeNull();
  });
});

describe("a part of the directory", () => {
  it("is its address", () => {
    const place = {
      q: "row & sail",
      sort: "name",
      language: "es",
      join: "open",
      privacy: "private",
      after: { at: "Ola", id: ID },
    } as const;
    const { searchParams, pathname } = new URL(directoryHref(place), "http://network.test");
    expect(pathname).toBe("/communities");
    expect(readDirectoryPlace(Object.fromEntries(searchParams))).toEqual(place);
    expect(directoryHref(WHOLE_DIRECTORY)).toBe("/communities");
  });

  it.each([
    {},
    { sort: "size", language: "es-MX", join: "all", privacy: "secret", after: `12_${ID}` },
    { q: " \0 ", language: ["", "es"] },
  ])("is the whole where %j says nothing", (query) => {
    expect(readDirectoryPlace(query)).toEqual(WHOLE_DIRECTORY);
  });

  it("bounds what is searched", () => {
    expect([...readDirectoryPlace({ q: "🌊".repeat(200) }).q]).toHaveLength(80);
  });

  it("is narrowed by what can be taken off, not by its order", () => {
    expect(isNarrowedDirectory({ ...WHOLE_DIRECTORY, sort: "new" })).toBe(false);
    expect(isNarrowedDirectory({ ...WHOLE_DIRECTORY, language: "es" })).toBe(true);
  });
});

describe("directoryQuerySchema", () => {
  it("has a beginning", () => {
    expect(directoryQuerySchema.parse({})).toEqual({ ...WHOLE_DIRECTORY, limit: 24 });
  });

  it.each([
    { after: "x" },
    { sort: "new", after: `${ID}_12` },
    { limit: "0" },
    { limit: "61" },
    { page: "2" },
    { q: "x".repeat(201) },
    { privacy: "secret" },
    { language: "es-MX" },
  ])("refuses %j", (query) => expect(directoryQuerySchema.safeParse(query).success).toBe(false));
});

describe("goPath", () => {
  it("leads through the hand-off", () => {
    expect(goPath("tango")).toBe("/go/tango");
    expect(goPath("tango", "/p/7?x=1")).toBe("/go/tango?to=%2Fp%2F7%3Fx%3D1");
  });
});
