import { describe, expect, it } from "vitest";
import { encodePath, parsePath } from "@/lib/comments/cursor";
import { isTimely, toCommentPage } from "@/lib/comments/rules";
import type { CommentRow, Thread, ThreadRow } from "@/lib/comments/schemas";
import { type CommentNode, toTree } from "@/lib/comments/tree";
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
    const path = [...Array.from({ length: 61 }, () => newId()), "ffffffff-ffff-ffff-ffff-ffffffffffff"];
    expect(parsePath(encodePath(path))).toEqual(path);
  });

  it.each(["", "abc", "!!", Buffer.alloc(17).toString("base64url")])("is refused as %j", (text) => {
    expect(parsePath(text)).toBeNull();
  });

  it("is refused below the deepest level", () => {
    expect(parsePath(encodePath(Array.from({ length: 63 }, () => newId())))).toBeNull();
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

/** Threads as the database gives them: `depths` in reading order. */
function threadRows(depths: readonly number[], over: Partial<ThreadRow> = {}): ThreadRow[] {
  const line: string[] = [];
  return depths.map((depth) => {
    const id = newId();
    line.length = depth;
    line.push(id);
    const place = { id, path: [...line], depth, parent_id: line.at(-2) ?? null };
    return { ...row(place), replies: 0, counted: true, rest: null, ...over };
  });
}

describe("a page of comments", () => {
  it("renders Markdown and keeps the source for its author alone", () => {
    const items = [...threadRows([0]), ...threadRows([0], { mine: true })];
    const [theirs, mine] = toCommentPage({ items, parents: [], more: false }).threads;
    expect(theirs?.top.html).toContain("<em>Hello</em>");
    expect(theirs?.top.source).toBeNull();
    expect(mine?.top.source).toBe("*Hello*");
  });

  it("says nothing of what was taken away", () => {
    const items = threadRows([0], { removed_by: "author", author: null, body: "left over" });
    expect(toCommentPage({ items, parents: [], more: false }).threads[0]?.top.html).toBe("");
  });

  it("is made of threads, wherever these begin", () => {
    const shape = (depths: number[]) =>
      toCommentPage({ items: threadRows(depths), parents: [], more: false }).threads.map(
        ({ answers }) => answers.length,
      );
    expect(shape([0, 1, 2, 0, 0, 1])).toEqual([2, 0, 1]);
    expect(shape([7, 8, 9, 8])).toEqual([3]);
    expect(shape([])).toEqual([]);
  });

  it("leads on only where there is more", () => {
    const items = threadRows([0, 1, 0, 1]);
    expect(toCommentPage({ items, parents: [], more: false }).next).toBeNull();
    const { next } = toCommentPage({ items, parents: [], more: true });
    expect(parsePath(next ?? "")).toEqual(items[2]?.path);
  });

  it("names the beginning of a thread that its parents do not reach", () => {
    const [, second, third] = threadRows([0, 1, 2]);
    const items = threadRows([3]);
    const page = (parents: ThreadRow[]) => toCommentPage({ items, parents, more: false });
    expect(page([second, third] as ThreadRow[]).start).toBe(second?.path[0]);
    expect(page(threadRows([0, 1, 2])).start).toBeNull();
  });
});

describe("a thread as a tree", () => {
  const tree = (depths: number[], over: Partial<ThreadRow> = {}) => {
    const [thread] = toCommentPage({ items: threadRows(depths, over), parents: [], more: false }).threads;
    return toTree(thread as Thread);
  };
  const drawn = ({ children }: CommentNode): string => `(${children.map(drawn).join("")})`;

  it("sets every answer below what it answers", () => {
    expect(drawn(tree([0, 1, 2, 2, 1]))).toBe("((()())())");
    const [answer] = tree([3, 4]).children;
    expect(answer?.comment.parent_id).toBe(answer?.parent?.id);
  });

  it("goes on elsewhere at the sixth level, counted from where it begins", () => {
    const deepest = (node: CommentNode): CommentNode => (node.children[0] ? deepest(node.children[0]) : node);
    expect(deepest(tree([0, 1, 2, 3, 4, 5], { replies: 3 })).continues).toBe(true);
    expect(deepest(tree([9, 10, 11, 12, 13, 14], { replies: 3 })).continues).toBe(true);
    expect(deepest(tree([0, 1, 2, 3, 4], { replies: 3 })).continues).toBe(false);
    expect(deepest(tree([0, 1, 2, 3, 4, 5])).continues).toBe(false);
  });

  it("keeps an answer whose parent stands on an earlier page", () => {
    const [thread] = toCommentPage({ items: threadRows([0, 1, 2]), parents: [], more: false }).threads;
    const { top, answers } = thread as Thread;
    const [orphan] = toTree({ top, answers: answers.slice(1) }).children;
    expect(orphan?.comment.id).toBe(answers[1]?.id);
    expect(orphan?.parent).toBeNull();
  });
});
