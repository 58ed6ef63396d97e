/** What stands in an order of its own. */
export interface Placed {
  id: string;
  position: number;
}

/**
 * New positions that bring one of a list to the place `at` of it, counted from 0: of that one alone where there is room
 * between its neighbours, else of all that stand elsewhere then.
 */
export function placeAt<Row extends Placed>(ordered: readonly Row[], id: string, at: number): Placed[] {
  const moved = ordered.find((row) => row.id === id);
  const others = ordered.filter((row) => row !== moved);
  const place = Math.max(0, Math.min(at, others.length));
  if (!moved || ordered[place] === moved) return [];
  const [before, after] = [others[place - 1], others[place]];
  const position = between(before?.position, after?.position);
  if (position !== null) return [{ id, position }];
  return others
    .toSpliced(place, 0, moved)
    .map((row, n) => ({ id: row.id, position: n + 1, was: row.position }))
    .filter((row) => row.was !== row.position)
    .map(({ id: one, position: next }) => ({ id: one, position: next }));
}

function between(low: number | undefined, high: number | undefined): number | null {
  if (low === undefined) return high === undefined ? null : high - 1;
  if (high === undefined) return low + 1;
  const middle = (low + high) / 2;
  return low < middle && middle < high ? middle : null;
}
