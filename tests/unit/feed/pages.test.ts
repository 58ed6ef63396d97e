import { describe, expect, it } from "vitest";
import { encodeCursor, parseCursor, readCursor } from "@/lib/feed/cursor";
import { changePost, listPosts, mergeFirstPage } from "@/lib/feed/pages";
import type { FeedPage } from "@/lib/feed/schemas";
import type { PostSummary } from "@/lib/posts/schemas";

const post = (id: string): PostSummary => ({
  tenant_id: "t",
  id,
  title: null,
  excerpt: id,
  kind: "discussion",
  types: [],
  tags: [],
  visibility: "members",
  created_at: "2026-11-20T10:00:00.123456+00:00",
  edited_at: null,
  version: 1,
  author: { id: "a", name: "Ana", avatar: null, role: "member", gone: false },
  like_count: 0,
  comment_count: 0,
  pinned: false,
  mine: false,
  liked: false,
  saved: false,
});
const page = (ids: string, next: string | null = "more"): FeedPage => ({ items: [...ids].map(post), next });
const ids = (pages: readonly FeedPage[]) =>
  listPosts(pages)
    .map(({ id }) => id)
    .join("");

describe("a feed's cursor", () => {
  it("keeps every digit of the moment", () => {
    const cursor = {
      at: "2026-11-20T10:00:00.123456+00:00",
      id: "019a9c1e-0000-7000-8000-000000000001",
    };
    expect(parseCursor(encodeCursor(cursor))).toEqual(cursor);
  });

  it.each(["", "x", "e30", encodeCursor({ at: "yesterday", id: "1" })])("refuses %j", (text) => {
    expect(parseCursor(text)).toBeNull();
    expect(readCursor(text)).toBeNull();
  });
});

describe("a feed's pages", () => {
  it("show a post once although a new one pushed it onto the next page", () => {
    expect(ids([page("abc"), page("cde")])).toBe("abcde");
  });

  it("put a newer first page before what is loaded", () => {
    expect(ids(mergeFirstPage([page("abc"), page("def")], page("xab")))).toBe("xabcdef");
  });

  it("forget a post that the newer first page no longer has", () => {
    expect(ids(mergeFirstPage([page("abc"), page("def")], page("acd")))).toBe("acd");
    expect(ids(mergeFirstPage([page("abcd"), page("efg")], page("xac")))).toBe("xacdefg");
  });

  it("start over where posts between the two may be missing", () => {
    expect(ids(mergeFirstPage([page("abc"), page("def")], page("xyz")))).toBe("xyz");
  });

  it("end where the newer first page is all there is", () => {
    expect(mergeFirstPage([page("abc"), page("de", null)], page("ab", null))).toEqual([page("ab", null)]);
  });

  it("change or lose one post", () => {
    expect(changePost([page("ab")], "b", (one) => ({ ...one, liked: true }))[0]?.items[1]?.liked).toBe(true);
    expect(ids(changePost([page("ab"), page("c")], "b", () => null))).toBe("ac");
  });
});
