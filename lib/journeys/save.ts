import type { ActionResult } from "@/lib/actions/result";
import { isIn, mergeChanges } from "./merge";
import type { Saved } from "./mutations";

/** What came of saving. Only where it is `saved` or `disputed` was anything written. */
export type Outcome<Row, Fields> =
  | { kind: "saved"; row: Row }
  /** What only I changed is saved; of the rest somebody says what stays. */
  | { kind: "disputed"; row: Row; disputed: Partial<Fields>[] }
  | { kind: "removed" }
  | { kind: "failed"; message: string | undefined };

/** How rows of one kind are saved. */
export interface Saving<Row, Fields> {
  /** Writes changes made from a row, unless it is another by now. */
  write: (from: Row, changes: Partial<Fields>) => Promise<ActionResult<Saved<Row>>>;
  fieldsOf: (row: Row) => Fields;
  /** Fields that are one choice. */
  together: readonly (readonly (keyof Fields)[])[];
}

/** Saves what was changed from `base`. Where somebody else was faster, what only I changed is laid over theirs. */
export async function saveOver<Row, Fields extends object>(
  { write, fieldsOf, together }: Saving<Row, Fields>,
  base: Row,
  mine: Partial<Fields>,
): Promise<Outcome<Row, Fields>> {
  let [from, left] = [base, mine];
  const disputed: Partial<Fields>[] = [];
  const done = (row: Row): Outcome<Row, Fields> => {
    const open = disputed.filter((choice) => !isIn(choice, fieldsOf(row)));
    return open.length > 0 ? { kind: "disputed", row, disputed: open } : { kind: "saved", row };
  };
  for (;;) {
    const answer = await write(from, left).catch(() => null);
    if (!answer?.ok) return { kind: "failed", message: answer?.error.message };
    const { outcome, row } = answer.data;
    if (!row) return { kind: "removed" };
    if (outcome === "saved") return done(row);
    const merged = mergeChanges(fieldsOf(from), left, fieldsOf(row), together);
    disputed.push(...merged.disputed);
    if (Object.keys(merged.clear).length === 0) return done(row);
    [from, left] = [row, merged.clear];
  }
}
