import { describe, expect, it } from "vitest";
import { mergeMessages, pickMessages } from "@/lib/i18n/message-tree";

const ALL = {
  feed: { like: "Like", role: { owner: "Owner" } },
  post: { comments: { send: "Send" }, edit: "Edit" },
};

describe("texts of a part of a page", () => {
  it("keep their places, whether a text, a group or a namespace is named", () => {
    expect(pickMessages(ALL, ["feed.like", "post.comments"])).toEqual({
      feed: { like: "Like" },
      post: { comments: { send: "Send" } },
    });
    expect(pickMessages(ALL, ["feed", "feed.role"])).toEqual({ feed: ALL.feed });
    expect(pickMessages(ALL, [])).toEqual({});
  });

  it("leaves out what is not there, and what lies below a text", () => {
    expect(pickMessages(ALL, ["feed.dislike", "post.edit.title", "events"])).toEqual({});
  });

  it("stand beside those of the levels above, which stay as they are", () => {
    const above = { feed: { like: "Like" }, common: { retry: "Again" } };
    const before = structuredClone(above);
    expect(mergeMessages(above, { feed: { role: { owner: "Owner" } } })).toEqual({
      feed: ALL.feed,
      common: { retry: "Again" },
    });
    expect(above).toEqual(before);
    expect(mergeMessages(above, { feed: { like: "Love" } }).feed).toEqual({ like: "Love" });
  });
});
