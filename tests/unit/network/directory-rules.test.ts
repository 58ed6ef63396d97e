import { describe, expect, it } from "vitest";
import {
  encodeDirectoryCursor,
  goPath,
  nextDirectoryPage,
  parseDirectoryCursor,
} from "@/lib/tenants/directory-rules";
import { directoryQuerySchema } from "@/lib/tenants/directory-schemas";

const ID = "01a1fb81-cdce-75a5-881f-95424e1528dd";

describe("the directory's cursor", () => {
  it("reads what it wrote", () => {
    const cursor = { count: 1204, id: ID };
    expect(parseDirectoryCursor(encodeDirectoryCursor(cursor))).toEqual(cursor);
  });

  it.each(["", "12", `-1_${ID}`, `12_${ID}x`, `12_${ID.toUpperCase()}`, `9999999999_${ID}`])(
    "reads nothing from %j",
    (text) => {
      expect(parseDirectoryCursor(text)).toBeNull();
    },
  );

  it("leads on only after a full page", () => {
    const items = [
      { member_count: 9, id: ID },
      { member_count: 3, id: ID },
    ];
    expect(nextDirectoryPage(items, 2)).toBe(`3_${ID}`);
    expect(nextDirectoryPage(items, 3)).toBeNull();
    expect(nextDirectoryPage([], 2)).toBeNull();
  });
});

describe("directoryQuerySchema", () => {
  it("has a beginning", () => {
    expect(directoryQuerySchema.parse({})).toEqual({ q: "", limit: 24 });
  });

  it.each([{ after: "x" }, { limit: "0" }, { limit: "61" }, { page: "2" }, { q: "x".repeat(201) }])(
    "refuses %j",
    (query) => expect(directoryQuerySchema.safeParse(query).success).toBe(false),
  );
});

describe("goPath", () => {
  it("leads through the hand-off", () => {
    expect(goPath("tango")).toBe("/go/tango");
    expect(goPath("tango", "/p/7?x=1")).toBe("/go/tango?to=%2Fp%2F7%3Fx%3D1");
  });
});
