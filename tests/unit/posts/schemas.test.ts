import { describe, expect, it } from "vitest";
import { newId, timeOfId } from "@/lib/ids/uuid";
import { summarisePost } from "@/lib/posts/rules";
import { createPostSchema, editPostSchema } from "@/lib/posts/schemas";
import { formatTags, parseTags } from "@/lib/posts/tags";

const parse = (over: Record<string, unknown>) =>
  createPostSchema.safeParse({ body: "Hello", visibility: "members", ...over });
const message = (over: Record<string, unknown>) => parse(over).error?.issues[0]?.message;

describe("a new post", () => {
  it("is kept as typed, with line ends as LF", () => {
    expect(parse({ body: "  a\r\n\tb  " }).data?.body).toBe("  a\n\tb  ");
  });

  it.each(["", " \n\t"])("needs a text, not %j", (body) => {
    expect(message({ body })).toBe("required");
  });

  it("may be 200,000 characters long, whatever they weigh", () => {
    expect(parse({ body: "😀".repeat(200_000) }).success).toBe(true);
    expect(message({ body: "x".repeat(200_001) })).toBe("too_long");
    expect(message({ title: "x".repeat(301) })).toBe("too_long");
  });

  it("has no title where that is only white space", () => {
    expect(parse({ title: "  " }).data?.title).toBeNull();
    expect(parse({}).data?.title).toBeNull();
    expect(parse({ title: " Ebb \n and flow " }).data?.title).toBe("Ebb and flow");
  });

  it("loses what a database cannot keep", () => {
    expect(parse({ body: "a\0b\ud800" }).data?.body).toBe("ab\ufffd");
  });

  it("is for somebody, and never for a group that one names oneself", () => {
    expect(message({ visibility: undefined })).toBe("required");
    expect(parse({ visibility: "group" }).success).toBe(false);
    expect(parse({ group_id: newId() }).success).toBe(false);
  });

  it("takes ten tags, each once", () => {
    expect(parse({ tags: "#Ebb, ebb، flow,,  spring  tide " }).data?.tags).toEqual([
      "Ebb",
      "flow",
      "spring tide",
    ]);
    expect(message({ tags: "a,b,c,d,e,f,g,h,i,j,k" })).toBe("too_many_tags");
    expect(message({ tags: "x".repeat(41) })).toBe("tag_too_long");
    expect(parseTags(formatTags(["one", "two words"]))).toEqual(["one", "two words"]);
  });
});

describe("a changed post", () => {
  it("says which version it changes", () => {
    const edit = { id: newId(), body: "Hello" };
    expect(editPostSchema.safeParse(edit).success).toBe(false);
    expect(editPostSchema.safeParse({ ...edit, version: "3" }).data?.version).toBe(3);
  });
});

describe("an id made in a browser", () => {
  it("is a version 7 UUID that carries its time", () => {
    const id = newId(1_763_600_000_123);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(timeOfId(id)).toBe(1_763_600_000_123);
    expect(newId()).not.toBe(newId());
    expect(timeOfId("3f2504e0-4f89-41d3-9a0c-0305e82c3301")).toBeNull();
  });
});

describe("a card", () => {
  it("says that there is more of a long text", () => {
    const card = summarisePost({
      tenant_id: newId(),
      id: newId(),
      title: null,
      lead: "# Tides\n\nShort **lead**",
      body_length: 5000,
      kind: "discussion",
      types: [],
      tags: [],
      visibility: "me",
      created_at: "2026-11-20T10:00:00Z",
      edited_at: null,
      pinned_at: "2026-11-20T10:00:00Z",
      version: 1,
      author: { id: newId(), name: "Ana", avatar: null, role: "member", gone: false },
      like_count: 0,
      comment_count: 0,
      mine: null,
      liked: false,
      saved: false,
    });
    expect(card).toMatchObject({ excerpt: "Tides · Short lead…", pinned: true, mine: false });
    expect(card).not.toHaveProperty("lead");
  });
});
