import { describe, expect, it } from "vitest";
import { memberListHref, readMemberListPlace } from "@/lib/memberships/list-address";

const after = { at: "2026-01-05T10:00:00.123456+00:00", id: "01890000-0000-7000-8000-000000000001" };

describe("the address of a part of the list", () => {
  it("comes back as it was written", () => {
    const places = [
      { q: "", active: true, role: null, after: null },
      { q: "Ọlú & co", active: true, role: "admin" as const, after: null },
      { q: "سارة", active: false, role: "member" as const, after },
      { q: "", active: true, role: null, after },
    ];
    for (const place of places) {
      const query = new URL(memberListHref(place), "http://x").searchParams;
      expect(readMemberListPlace(Object.fromEntries(query))).toEqual(place);
    }
  });

  it("is bare for the beginning", () => {
    expect(memberListHref({})).toBe("/members");
  });

  it("reads anything else as the beginning, and never more than a name's worth", () => {
    expect(readMemberListPlace({ after: "junk", show: "all", role: "boss", q: ["a", "b"] })).toEqual({
      q: "a",
      active: true,
      role: null,
      after: null,
    });
    expect([...readMemberListPlace({ q: "🦊".repeat(500) }).q]).toHaveLength(80);
    expect(readMemberListPlace({ q: "a\0\ud800b" }).q).toBe("a\ufffdb");
  });
});
