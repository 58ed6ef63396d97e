import { describe, expect, it } from "vitest";
import { toVersions } from "@/lib/posts/versions";

const words = (id: string | null, body: string | null, title: string | null = null) => ({
  id,
  body,
  title,
  written_at: "2026-11-20T10:00:00Z",
});
const kinds = (parts: { kind: string }[] | undefined) => parts?.map(({ kind }) => kind);

describe("versions of a text", () => {
  it("come newest first, each with what it changed, the first one whole", () => {
    const versions = toVersions([words("a", "one"), words("b", "one two"), words(null, "two")]);
    expect(versions.map(({ id }) => id)).toEqual([null, "b", "a"]);
    expect(kinds(versions[0]?.body)).toEqual(["removed", "same"]);
    expect(kinds(versions[1]?.body)).toEqual(["same", "added"]);
    expect(versions[2]?.body).toEqual([{ kind: "same", text: "one" }]);
  });

  it("show the title only where it changed", () => {
    const versions = toVersions([words("a", "x", "Old"), words("b", "y", "Old"), words(null, "y", "New")]);
    expect(kinds(versions[0]?.title ?? [])).toEqual(["removed", "added"]);
    expect(versions[1]?.title).toBeNull();
    expect(versions[2]?.title).toEqual([{ kind: "same", text: "Old" }]);
  });

  it("tell nothing of a text that was taken away, not by comparison either", () => {
    const hidden = toVersions([words("a", null), words(null, "clean")]);
    expect(hidden[1]).toMatchObject({ removed: true, body: [], title: null });
    expect(hidden[0]?.body).toEqual([{ kind: "same", text: "clean" }]);
    const between = toVersions([words("a", "red"), words("b", null), words(null, "blue")]);
    expect(between[0]?.body).toEqual([
      { kind: "removed", text: "red" },
      { kind: "added", text: "blue" },
    ]);
  });
});
