/** What two people made of the same fields. */
export interface Merged<T> {
  /** Changes of mine that touch nothing of theirs: they can be saved as they are. */
  clear: Partial<T>;
  /** Fields that both changed, to different values. */
  disputed: (keyof T)[];
}

const same = (a: unknown, b: unknown) => a === b || JSON.stringify(a) === JSON.stringify(b);

/**
 * Lays my changes over what stands there now. `base` is what I changed it from; a field that both changed alike is
 * settled already.
 */
export function mergeChanges<T extends object>(base: T, mine: Partial<T>, theirs: T): Merged<T> {
  const clear: Partial<T> = {};
  const disputed: (keyof T)[] = [];
  for (const field of Object.keys(mine) as (keyof T)[]) {
    if (same(mine[field], theirs[field])) continue;
    if (same(base[field], theirs[field])) clear[field] = mine[field];
    else disputed.push(field);
  }
  return { clear, disputed };
}

/**
 * The rows of a reading, each as it was before where nothing about it changed, or where what is here was saved after it was
 * read. Pure.
 */
export function newestRows<Row extends { id: string; version: number }>(
  read: readonly Row[],
  before: ReadonlyMap<string, Row>,
): Row[] {
  return read.map((row) => {
    const old = before.get(row.id);
    return old && (old.version > row.version || same(old, row)) ? old : row;
  });
}
