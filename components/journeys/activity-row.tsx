"use client";

import clsx from "clsx";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { Check, MapPin, MessageCircle } from "@/components/ui/icons";
import type { Activity } from "@/lib/journeys/schemas";
import { ActivityMenu } from "./activity-menu";
import { ActivityBadges, ActivityCommunity, ActivityWarnings } from "./activity-parts";
import { placeOfRow, type Tools } from "./board";
import { useActivityKeys } from "./use-activity-keys";
import { VoteButtons } from "./vote-buttons";

interface ActivityRowProps {
  tools: Tools;
  row: Activity;
  lifted: boolean;
  warnings: readonly string[];
}

function isSame(a: ActivityRowProps, b: ActivityRowProps): boolean {
  const words = ({ warnings }: ActivityRowProps) => warnings.join("\n");
  return a.tools === b.tools && a.row === b.row && a.lifted === b.lifted && words(a) === words(b);
}

/** An activity in a list: when, what, where, what is in its way. */
export const ActivityRow = memo(function ActivityRow({ tools, row, lifted, warnings }: ActivityRowProps) {
  const t = useTranslations("journeys");
  const { tell } = tools;
  const keysOf = useActivityKeys(tools);
  const zone = tell.zone(row, tools.journey.time_zone);
  return (
    <li
      data-drag={row.id}
      draggable={tools.mayEdit}
      className={clsx(
        "grid grid-cols-[auto_minmax(0,1fr)_auto] items-start gap-3 border-b border-line py-3",
        // What is out of sight costs no style or layout; what stands out of the row a little is still seen.
        "[contain-intrinsic-size:auto_7rem] [content-visibility:auto] [overflow-clip-margin:0.5rem] print:[content-visibility:visible]",
        lifted && "rounded-control bg-accent-soft",
      )}
    >
      <DoneButton tools={tools} row={row} />
      <div className="grid min-w-0 grid-cols-1 gap-1.5">
        <p className="text-sm text-ink-muted" data-figures>
          {tell.hours(row)}
          {zone ? <span> · {zone}</span> : null}
        </p>
        <button
          type="button"
          data-activity={row.id}
          aria-describedby="journey-keys"
          aria-pressed={lifted || undefined}
          onClick={() => tools.open(row.id)}
          {...keysOf(row)}
          className={clsx(
            "min-h-6 text-start font-medium [overflow-wrap:anywhere] hover:text-accent pointer-coarse:min-h-11",
            row.title === null && "font-normal italic text-ink-muted",
            row.state === "skipped" && "text-ink-muted line-through",
          )}
        >
          <bdi>{tell.title(row)}</bdi>
        </button>
        {row.place ? (
          <p className="flex items-start gap-1.5 text-sm text-ink-muted">
            <MapPin aria-hidden size={16} className="mt-0.5 shrink-0" />
            <bdi className="[overflow-wrap:anywhere]">{row.place}</bdi>
          </p>
        ) : null}
        <ActivityBadges row={row} />
        <ActivityWarnings warnings={warnings} />
        {row.memory ? (
          <p className="border-s-2 border-accent-line ps-3 text-sm italic [overflow-wrap:anywhere]">
            {row.memory}
          </p>
        ) : null}
        <div className="flex flex-wrap items-center gap-2">
          <ActivityCommunity place={placeOfRow(tools, row)} />
          <VoteButtons tools={tools} row={row} />
          {row.comments > 0 ? (
            <span className="flex items-center gap-1 text-sm text-ink-muted">
              <MessageCircle aria-hidden size={16} />
              {t("comments", { count: row.comments })}
            </span>
          ) : null}
        </div>
      </div>
      <ActivityMenu tools={tools} row={row} />
    </li>
  );
}, isSame);

function DoneButton({ tools, row }: { tools: Tools; row: Activity }) {
  const t = useTranslations("journeys");
  const { tell } = tools;
  const done = row.state === "done";
  return (
    <button
      type="button"
      aria-pressed={done}
      aria-label={t("markDone", { title: tell.title(row) })}
      disabled={!tools.mayEdit}
      onClick={() => void tools.planner.change(row.id, { state: done ? "planned" : "done" })}
      className="-m-1 grid size-9 place-items-center rounded-full pointer-coarse:size-11"
    >
      <span
        className={clsx(
          "grid size-6 place-items-center rounded-full border-2 transition-colors",
          done ? "border-ok bg-ok text-on-colour" : "border-line-strong",
        )}
      >
        {done ? <Check aria-hidden size={16} /> : null}
      </span>
    </button>
  );
}
