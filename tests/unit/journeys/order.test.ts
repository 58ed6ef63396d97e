import fc from "fast-check";
import { expect, test } from "vitest";
import { type Placed, placeAt } from "@/lib/journeys/order";

const inOrder = (rows: readonly Placed[]) =>
  [...rows].sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
const ids = (rows: readonly Placed[]) => rows.map(({ id }) => id);

function placed(rows: readonly Placed[], id: string, at: number): Placed[] {
  const moves = new Map(placeAt(rows, id, at).map((one) => [one.id, one.position]));
  return inOrder(rows.map((row) => ({ ...row, position: moves.get(row.id) ?? row.position })));
}

test("what is brought to a place stands there, and the rest as before", () => {
  const rows = fc
    .array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 6 })
    .map((given) => inOrder(given.map((position, n) => ({ id: `a${n}`, position }))));
  fc.assert(
    fc.property(rows, fc.nat(5), fc.nat(5), (all, which, to) => {
      const moved = all[which % all.length];
      const at = to % all.length;
      if (!moved) return;
      const meant = ids(all.filter((row) => row !== moved)).toSpliced(at, 0, moved.id);
      expect(ids(placed(all, moved.id, at))).toEqual(meant);
    }),
  );
});

test("only what moves is written while there is room, and nothing where it stands already", () => {
  const all = [1, 2, 3].map((position) => ({ id: `a${position}`, position }));
  expect(placeAt(all, "a3", 1)).toEqual([{ id: "a3", position: 1.5 }]);
  expect(placeAt(all, "a3", 0)).toEqual([{ id: "a3", position: 0 }]);
  expect(placeAt(all, "a1", 9)).toEqual([{ id: "a1", position: 4 }]);
  expect(placeAt(all, "a2", 1)).toEqual([]);
  expect(placeAt(all, "nobody", 1)).toEqual([]);
});

test("halving the room between two for ever ends in new numbers, and not in a place that is none", () => {
  let all: Placed[] = [
    { id: "a", position: 1 },
    { id: "b", position: 2 },
    { id: "c", position: 3 },
  ];
  for (let n = 0; n < 200; n += 1) {
    const last = all[2]?.id ?? "";
    const meant = [all[0]?.id, last, all[1]?.id];
    all = placed(all, last, 1);
    expect(ids(all)).toEqual(meant);
  }
});
