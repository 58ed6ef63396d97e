import { changesFrom } from "./changes";
import type { ActivityChanges } from "./inputs";
import type { Activity } from "./schemas";

/** Changes that could not be saved. */
export interface Unsaved {
  /** The activity that they were made from. */
  base: Activity;
  changes: ActivityChanges;
  /** Whether somebody took the activity out meanwhile. */
  removed: boolean;
}

/** By the activities that they are of. */
export type AllUnsaved = ReadonlyMap<string, Unsaved>;

/** With one more: a later change of the same field stands for the earlier one. */
export function withUnsaved(all: AllUnsaved, { base, changes, removed }: Unsaved): AllUnsaved {
  const before = all.get(base.id);
  return new Map(all).set(base.id, {
    base: before?.base ?? base,
    changes: { ...before?.changes, ...changes },
    removed,
  });
}

/** Without those fields of an activity that were saved since, whatever they were saved as. */
export function withoutSaved(all: AllUnsaved, id: string, saved: ActivityChanges): AllUnsaved {
  const before = all.get(id);
  if (!before) return all;
  const left = Object.entries(before.changes).filter(([field]) => !(field in saved));
  if (left.length === 0) return withoutUnsaved(all, id);
  return new Map(all).set(id, { ...before, changes: Object.fromEntries(left), removed: false });
}

/** Without anything of an activity. */
export function withoutUnsaved(all: AllUnsaved, id: string): AllUnsaved {
  return all.has(id) ? new Map([...all].filter(([one]) => one !== id)) : all;
}

/** What is to be saved of a form that was opened with what had not been saved. */
export function changesWith({ base, changes }: Pick<Unsaved, "base" | "changes">, form: ActivityChanges) {
  return changesFrom(base, { ...changes, ...form });
}
