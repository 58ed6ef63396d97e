import { expect, test } from "vitest";
import type { Activity } from "@/lib/journeys/schemas";
import {
  type AllUnsaved,
  changesWith,
  withoutSaved,
  withoutUnsaved,
  withUnsaved,
} from "@/lib/journeys/unsaved";

const base = {
  id: "a",
  version: 1,
  own_title: "Regatta",
  note: "",
  own_place: null,
  state: "planned",
} as Activity;
const NONE: AllUnsaved = new Map();

test("what failed is kept with all that failed before it, from where the first of it began", () => {
  const once = withUnsaved(NONE, { base, changes: { title: "Loud regatta", note: "Coat" }, removed: false });
  const later = { ...base, version: 2 };
  const twice = withUnsaved(once, {
    base: later,
    changes: { note: "Coat and hat", place: "Pier" },
    removed: true,
  });
  expect(twice.get("a")).toEqual({
    base,
    changes: { title: "Loud regatta", note: "Coat and hat", place: "Pier" },
    removed: true,
  });
});

test("what was saved since is no longer unsaved; the rest stays until it is let go", () => {
  const kept = withUnsaved(NONE, { base, changes: { title: "Loud regatta", note: "Coat" }, removed: true });
  const rest = withoutSaved(kept, "a", { note: "Umbrella" });
  expect(rest.get("a")).toEqual({ base, changes: { title: "Loud regatta" }, removed: false });
  expect(withoutSaved(rest, "b", { title: "Other" })).toBe(rest);
  expect(withoutSaved(rest, "a", { title: "Quiet regatta" }).size).toBe(0);
  expect(withoutUnsaved(rest, "a").size).toBe(0);
});

test("a form opened with what was not saved saves that too, unless it was taken back there", () => {
  const unsaved = { base, changes: { title: "Loud regatta", note: "Coat", position: 4 } };
  const form = { title: "Loud regatta", note: "", place: null, state: "planned" } as const;
  expect(changesWith(unsaved, form)).toEqual({ title: "Loud regatta", position: 4 });
});
