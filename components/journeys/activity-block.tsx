"use client";

import clsx from "clsx";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { accentStyle } from "@/lib/branding/accent";
import type { Activity } from "@/lib/journeys/schemas";
import { placeOfRow, type Tools } from "./board";
import { useActivityKeys } from "./use-activity-keys";
import type { Telling } from "./use-telling";

interface ActivityBlockProps {
  tools: Tools;
  row: Activity;
  lifted: boolean;
  warned: boolean;
  /** How long a pixel of height is. */
  minutesPerPixel: number;
}

/** An activity as a block as long as it takes: pressed it opens, dragged or lifted it moves. */
export const ActivityBlock = memo(function ActivityBlock(props: ActivityBlockProps) {
  const { tools, row, lifted, warned, minutesPerPixel } = props;
  const keysOf = useActivityKeys(tools);
  const place = placeOfRow(tools, row);
  return (
    <button
      type="button"
      data-activity={row.id}
      aria-describedby="journey-keys"
      aria-pressed={lifted || undefined}
      style={place ? accentStyle(place.accent) : undefined}
      onClick={() => tools.open(row.id)}
      {...keysOf(row)}
      onPointerDown={(event) => tools.moving.onPointerDown(event, row, minutesPerPixel)}
      className={clsx(
        "flex size-full touch-pan-y select-none flex-col items-stretch justify-start overflow-hidden rounded-[6px] border border-s-4 px-1.5 py-0.5 text-start",
        "focus-visible:-outline-offset-2",
        warned ? "border-warn bg-warn-soft" : "border-accent-line border-s-accent bg-accent-soft",
        row.state === "idea" && "border-dashed",
        (row.state === "done" || row.state === "skipped") && "opacity-70",
        lifted && "shadow-float",
        tools.mayEdit && "cursor-grab",
      )}
    >
      <BlockText tell={tools.tell} row={row} home={tools.journey.time_zone} warned={warned} />
    </button>
  );
});

interface BlockTextProps {
  tell: Telling;
  row: Activity;
  home: string;
  warned: boolean;
}

function BlockText({ tell, row, home, warned }: BlockTextProps) {
  const t = useTranslations("journeys");
  const zone = tell.zone(row, home);
  return (
    <>
      <span
        className={clsx(
          "block text-sm font-medium leading-tight [overflow-wrap:anywhere]",
          row.title === null && "font-normal italic text-ink-muted",
          row.state === "skipped" && "line-through",
        )}
      >
        <bdi>{tell.title(row)}</bdi>
      </span>
      <span data-figures className="block text-xs text-ink-muted">
        {tell.hours(row)}
        {zone ? ` · ${zone}` : null}
      </span>
      {row.place ? <span className="block truncate text-xs text-ink-muted">{row.place}</span> : null}
      {row.state === "done" || row.source_state === "cancelled" ? (
        <span className="block text-xs font-medium">
          {row.source_state === "cancelled" ? t("sourceState.cancelled") : t("state.done")}
        </span>
      ) : null}
      {warned ? <span className="sr-only">{t("warned")}</span> : null}
    </>
  );
}
