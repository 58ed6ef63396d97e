import { describe, expect, it } from "vitest";
import { encodePath, parsePath } from "@/lib/comments/cursor";
import { isTimely, toCommentPage } from "@/lib/comments/rules";
import type { CommentRow } from "@/lib/comments/schemas";
import { newId } from "@/lib/ids/uuid";

const author = { id: newId(), name: "Ana", avatar: null, role: "member", gone: false } as const;
const row = (over: Partial<CommentRow>): CommentRow => ({
  id: newId(),
  parent_id: null,
  path: [newId()],
  depth: 0,
  body: "*Hello*",
  created_at: "2026-11-20T10:00:00Z",
  edited_at: null,
  removed_by: null,
  version: 1,
  author,
  mine: null,
  ...over,
});

describe("the place of a comment", () => {
  it("survives an address at any depth", () => {
    const path = Array.from({ length: 61 }, () => newId());
    expect(parsePath(encodePath(path))).toEqual(path);
  });

  it.each(["", "abc", "!!", Buffer.alloc(17).toString("base64url")])("is refused as %j", (text) => {
    expect(parsePath(text)).toBeNull();
  });

  it("is refused below the deepest level", () => {
    expect(parsePath(encodePath(Array.from({ length: 62 }, () => newId())))).toBeNull();
  });
});

describe("the id of a comment", () => {
  const now = Date.now();
  it("may be minutes or a day old, not years, and not from tomorrow", () => {
    expect(isTimely(newId(now), now)).toBe(true);
    expect(isTimely(newId(now - 86_400_000), now)).toBe(true);
    expect(isTimely(newId(now - 30 * 86_400_000), now)).toBe(false);
    expect(isTimely(newId(now + 86_400_000), now)).toBe(false);
    expect(isTimely("00000000-0000-0000-0000-000000000000", now)).toBe(false);
  });
});

describe("a page of comments", () => {
  it("renders Markdown and keeps the source for its author alone", () => {
    const [theirs, mine] = toCommentPage([row({}), row({ mine: true })], false).items;
    expect(theirs?.html).toContain("<em>Hello</em>");
    expect(theirs?.source).toBeNull();
    expect(mine?.source).toBe("*Hello*");
  });

  it("says whom an answer answers", () => {
    const top = row({});
    const gone = row({ removed_by: "author", author: null, body: "" });
    const { items } = toCommentPage(
      [top, gone, row({ parent_id: top.id }), row({ parent_id: gone.id }), row({ parent_id: newId() })],
      false,
    );
    expect(items.map(({ reply_to }) => reply_to)).toEqual([
      null,
      null,
      { name: "Ana", removed: false },
      { name: null, removed: true },
      { name: null, removed: false },
    ]);
    expect(items[1]?.html).toBe("");
  });

  it("leads on only where there is more", () => {
    const rows = [row({})];
    expect(toCommentPage(rows, false).next).toBeNull();
    expect(parsePath(toCommentPage(rows, true).next ?? "")).toEqual(rows[0]?.path);
    expect(toCommentPage([], true).next).toBeNull();
  });
});
