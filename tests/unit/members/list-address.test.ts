import { describe, expect, it } from "vitest";
import {
  isNarrowed,
  type MemberListPlace,
  memberListHref,
  readMemberListPlace,
  WHOLE_LIST,
} from "@/lib/memberships/list-address";

const after = { at: "2026-01-05T10:00:00.123456+00:00", id: "01890000-0000-7000-8000-000000000001" };

describe("the address of a part of the list", () => {
  it("comes back as it was written", () => {
    const places: Partial<MemberListPlace>[] = [
      {},
      { q: "Ọlú & co", role: "admin" },
      { q: "سارة", active: false, role: "member", after },
      { after },
      { tag: "c++ & sailing", city: "são paulo", role: "owner", q: "a" },
      { sort: "name", tag: "knots", after },
      { sort: "name", letter: "é" },
      { sort: "name", letter: "🦊" },
    ];
    for (const part of places) {
      const place = { ...WHOLE_LIST, ...part };
      const query = new URL(memberListHref(place), "http://x").searchParams;
      expect(readMemberListPlace(Object.fromEntries(query))).toEqual(place);
    }
  });

  it("is bare for the beginning", () => {
    expect(memberListHref({})).toBe("/members");
  });

  it("reads anything else as the beginning, and never more than a name's worth", () => {
    const junk = { after: "junk", show: "all", role: "boss", q: ["a", "b"], sort: "age", tag: "", city: " " };
    expect(readMemberListPlace(junk)).toEqual({ ...WHOLE_LIST, q: "a" });
    expect([...readMemberListPlace({ q: "🦊".repeat(500) }).q]).toHaveLength(80);
    expect(readMemberListPlace({ q: "a\0\ud800b" }).q).toBe("a\ufffdb");
    expect(readMemberListPlace({ letter: "abc" })).toMatchObject({ letter: "a", sort: "name" });
  });

  it("knows no words, orders or letters among those who are not active", () => {
    const place = readMemberListPlace({ show: "inactive", tag: "a", city: "b", sort: "name", letter: "c" });
    expect(place).toEqual({ ...WHOLE_LIST, active: false });
  });

  it("is narrowed by whatever leaves somebody out", () => {
    expect(isNarrowed({ ...WHOLE_LIST, sort: "name", letter: "b" })).toBe(false);
    for (const part of [{ q: "a" }, { role: "admin" as const }, { tag: "a" }, { city: "a" }])
      expect(isNarrowed({ ...WHOLE_LIST, ...part })).toBe(true);
  });
});
