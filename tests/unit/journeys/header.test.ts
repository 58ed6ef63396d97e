import { expect, test } from "vitest";
import { HEADER_TOGETHER, type Header, headerChanges, headerOver } from "@/lib/journeys/header";
import { mergeChanges } from "@/lib/journeys/merge";

const BASE: Header = {
  title: "Two harbours",
  note: "Bring a coat",
  time_zone: "UTC",
  starts_on: "2031-06-01",
  ends_on: "2031-06-05",
};

test("a form over what somebody else wrote shows theirs wherever nothing was typed", () => {
  const typed = { ...BASE, note: "Bring a hat" };
  const theirs = { ...BASE, title: "Three harbours", note: "Bring boots" };
  const shown = headerOver(typed, BASE, theirs);
  expect(shown).toEqual({ ...theirs, note: "Bring a hat" });
  // Saved again from there, only what stands in the notice goes over theirs.
  expect(headerChanges(shown, theirs)).toEqual({ note: "Bring a hat" });
  expect(mergeChanges(BASE, headerChanges(typed, BASE), theirs, HEADER_TOGETHER)).toEqual({
    clear: {},
    disputed: [{ note: "Bring a hat" }],
  });
});

test("a first day of one and a last day of another are asked about together", () => {
  const mine = { starts_on: "2031-06-04" };
  const theirs = { ...BASE, ends_on: "2031-06-03" };
  expect(mergeChanges(BASE, mine, theirs, HEADER_TOGETHER)).toEqual({
    clear: {},
    disputed: [{ starts_on: "2031-06-04", ends_on: "2031-06-05" }],
  });
});
