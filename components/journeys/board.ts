import type { Activity, Journey, JourneyPlace } from "@/lib/journeys/schemas";
import type { AllUnsaved } from "@/lib/journeys/unsaved";
import type { Moving } from "./use-moving";
import type { Planner } from "./use-planner";
import type { Telling } from "./use-telling";

/**
 * What an activity is drawn and changed with. It stays the same while activities change, so that of many only those are
 * drawn anew that did.
 */
export interface Tools {
  journey: Pick<Journey, "id" | "time_zone" | "role">;
  places: ReadonlyMap<string, JourneyPlace>;
  mayEdit: boolean;
  /** Whether several people travel. */
  together: boolean;
  planner: Pick<Planner, "change" | "saveForm" | "remove" | "add" | "follow" | "put">;
  moving: Pick<Moving, "move" | "step" | "placeAs" | "onKey" | "onPointerDown">;
  tell: Telling;
  open: (id: string) => void;
}

/** What every view of a journey is drawn from. */
export interface Board extends Tools {
  journey: Journey;
  /** In the order of time, each where it is carried at the moment. */
  rows: readonly Activity[];
  /** In words, by the activity that they are about. */
  warnings: ReadonlyMap<string, readonly string[]>;
  /** What could not be saved, by its activity. */
  unsaved: AllUnsaved;
  /** What is carried at the moment, by its id. */
  lifted: string | null;
  tools: Tools;
}

/** The community that an activity comes from, where one may know. */
export function placeOfRow({ places }: Tools, { source }: Activity): JourneyPlace | undefined {
  return source ? places.get(source.tenant_id) : undefined;
}
