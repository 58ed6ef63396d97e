/** What two people made of the same fields. */
export interface Merged<T> {
  /** Changes of mine that touch nothing of theirs: they can be saved as they are. */
  clear: Partial<T>;
  /** What both changed, to different values: one choice each, with all that I would have there. */
  disputed: Partial<T>[];
}

const same = (a: unknown, b: unknown) => a === b || JSON.stringify(a) === JSON.stringify(b);

function pick<T extends object>(from: Partial<T>, fields: readonly (keyof T)[]): Partial<T> {
  return Object.fromEntries(fields.map((field) => [field, from[field]])) as Partial<T>;
}

/**
 * Lays my changes over what stands there now. `base` is what I changed it from; a field that both changed alike is
 * settled already. Fields that stand `together` are never mixed from two people: half of each may be nothing that can be.
 */
export function mergeChanges<T extends object>(
  base: T,
  mine: Partial<T>,
  theirs: T,
  together: readonly (readonly (keyof T)[])[] = [],
): Merged<T> {
  const merged: Merged<T> = { clear: {}, disputed: [] };
  const changed = Object.keys(mine) as (keyof T)[];
  const choices = new Set(changed.map((field) => together.find((one) => one.includes(field)) ?? [field]));
  for (const fields of choices) {
    const wanted = pick(
      mine,
      fields.filter((field) => field in mine),
    );
    if (isIn(wanted, theirs)) continue;
    if (fields.every((field) => same(base[field], theirs[field]))) Object.assign(merged.clear, wanted);
    else merged.disputed.push({ ...pick(base, fields), ...wanted });
  }
  return merged;
}

/** Whether all of these values stand there already. */
export function isIn<T extends object>(values: Partial<T>, there: T): boolean {
  return (Object.keys(values) as (keyof T)[]).every((field) => same(values[field], there[field]));
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
