import { describe, expect, it } from "vitest";
import { encodeCursor, parseCursor, parseFeedCursor } from "@/lib/feed/cursor";
import { findSeenLine, nextWait } from "@/lib/feed/news-rules";
import {
  type FeedView,
  feedEndpoint,
  feedHref,
  isNarrowed,
  readFeedView,
  tagsOf,
  WHOLE_FEED,
} from "@/lib/feed/views";

const GROUP = "019a0000-0000-7000-8000-000000000001";

describe("what an address asks of a feed", () => {
  it.each<[string, Partial<FeedView>]>([
    ["/?sort=active", { sort: "active" }],
    ["/?sort=week&tag=tango+vals", { sort: "week", tag: "tango vals" }],
    ["/?type=question&tag=ronda", { type: "question", tag: "ronda" }],
    ["/?tag=%D8%B2%D8%B1%D8%A7%D8%B9%D8%A9", { tag: "زراعة" }],
    [`/?group=${GROUP}`, { group: GROUP }],
    ["/?by=me", { mine: true }],
    ["/", {}],
  ])("%s is read as it is written", (href, part) => {
    const view = { ...WHOLE_FEED, ...part };
    expect(feedHref(view)).toBe(href);
    expect(readFeedView(Object.fromEntries(new URL(href, "http://x").searchParams))).toEqual(view);
  });

  it.each([
    { sort: "hot" },
    { sort: "" },
    { tag: "   " },
    { tag: "x".repeat(41) },
    { type: "discussion" },
    { type: "toString" },
    { group: "everybody" },
    { group: `${GROUP}'` },
    { by: "them" },
  ])("leaves out what it does not know: %j", (query) => {
    expect(readFeedView(query)).toEqual(WHOLE_FEED);
  });

  it("takes the first of several, and text that is no text is mended", () => {
    expect(readFeedView({ sort: ["month", "new"], tag: "a\0\ud800" })).toEqual({
      ...WHOLE_FEED,
      sort: "month",
      tag: "a\ufffd",
    });
  });

  it("is narrowed by everything but its order", () => {
    expect(isNarrowed({ ...WHOLE_FEED, sort: "month" })).toBe(false);
    expect(isNarrowed({ ...WHOLE_FEED, tag: "a" })).toBe(true);
    expect(isNarrowed({ ...WHOLE_FEED, type: "link" })).toBe(true);
    expect(feedEndpoint({ ...WHOLE_FEED, sort: "new", tag: "a&b" })).toBe("/api/v1/feed?sort=new&tag=a%26b");
  });
});

describe("a place in an order", () => {
  it("is of one kind or the other", () => {
    const rank = encodeCursor({ score: 12, id: GROUP });
    const time = encodeCursor({ at: "2026-11-20T10:00:00.123456+00:00", id: GROUP });
    expect(parseFeedCursor(rank)).toEqual({ score: 12, id: GROUP });
    expect(parseFeedCursor(time)).toEqual({ at: "2026-11-20T10:00:00.123456+00:00", id: GROUP });
    expect(parseCursor(rank)).toBeNull();
    for (const bad of ["", "12", rank.slice(4), Buffer.from(`-1 ${GROUP}`).toString("base64url")]) {
      expect(parseFeedCursor(bad)).toBeNull();
    }
  });
});

describe("tags to narrow to", () => {
  it("are the commonest, each once, as first written", () => {
    const posts = [{ tags: ["Vals", "ronda"] }, { tags: ["vals"] }, { tags: ["x", "VALS"] }];
    expect(tagsOf(posts)).toEqual(["Vals", "ronda", "x"]);
    expect(tagsOf([{ tags: [..."abcdefghij"] }])).toHaveLength(8);
  });
});

describe("the line below what is new", () => {
  const posts = ["2026-11-20T12:00:00Z", "2026-11-20T11:00:00Z", "2026-11-20T10:00:00Z"].map(
    (created_at) => ({
      created_at,
    }),
  );
  it.each([
    ["2026-11-20T11:00:00Z", 1],
    ["2026-11-20T11:30:00+00:00", 1],
    ["2026-11-20T12:00:00Z", null],
    ["2026-11-19T00:00:00Z", null],
    [null, null],
  ])("seen until %s: before %s", (seenAt, index) => {
    expect(findSeenLine(posts, seenAt)).toBe(index);
  });
});

describe("asking for news", () => {
  it("waits longer each time, and longest once there are some", () => {
    const waits = [nextWait(null, false)];
    for (let n = 0; n < 12; n += 1) waits.push(nextWait(waits.at(-1) ?? null, false));
    expect(waits[0]).toBe(30_000);
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(waits.at(-1)).toBe(300_000);
    expect(nextWait(30_000, true)).toBe(300_000);
  });
});
