import type { Activity } from "@/lib/journeys/schemas";
import { ActivityRow } from "./activity-row";
import type { Board } from "./board";

/** Activities one below the other. */
export function ActivityRows({ board, rows }: { board: Board; rows: readonly Activity[] }) {
  return (
    <ul>
      {rows.map((row) => (
        <ActivityRow
          key={row.id}
          tools={board.tools}
          row={row}
          lifted={board.lifted === row.id}
          warnings={board.warnings.get(row.id) ?? []}
        />
      ))}
    </ul>
  );
}
