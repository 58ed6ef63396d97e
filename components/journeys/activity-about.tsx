"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ExternalLink } from "@/components/ui/icons";
import { Notice } from "@/components/ui/notice";
import type { Activity } from "@/lib/journeys/schemas";
import { goPath } from "@/lib/tenants/directory-rules";
import { ActivityCommunity, ActivityWarnings } from "./activity-parts";
import { type Board, placeOfRow } from "./board";
import { TellInCommunity } from "./tell-in-community";
import { useTelling } from "./use-telling";

const PATHS: Partial<Record<Activity["kind"], (id: string) => string>> = {
  event: (id) => `/events/${id}`,
  person: (id) => `/members/${id}`,
  post: (id) => `/p/${id}`,
};

/** Where an activity comes from, what became of that, and what is in its way. */
export function ActivityAbout({ board, row }: { board: Board; row: Activity }) {
  const t = useTranslations("journeys");
  const tell = useTelling();
  const place = placeOfRow(board, row);
  const path = PATHS[row.kind];
  const { source_state, live } = row;
  return (
    <div className="grid gap-3 empty:hidden">
      {place ? (
        <div className="flex flex-wrap items-center gap-3">
          <ActivityCommunity place={place} />
          {path && row.source && source_state !== "gone" ? (
            <a
              href={goPath(place.slug, path(row.source.id))}
              className="inline-flex items-center gap-1.5 text-sm text-accent underline underline-offset-4 pointer-coarse:min-h-11"
            >
              <ExternalLink aria-hidden size={16} />
              {t("seeSource")}
            </a>
          ) : null}
        </div>
      ) : null}
      {source_state && source_state !== "there" ? (
        <Notice tone={source_state === "elsewhere" ? "info" : "warn"}>
          {t(`sourceText.${source_state}`)}
          {live ? (
            <span className="mt-1 block">
              {t("nowAt", { when: tell.when(live) })}
              {live.place ? ` · ${live.place}` : null}
            </span>
          ) : null}
        </Notice>
      ) : null}
      {live && board.mayEdit ? (
        <Button size="sm" className="justify-self-start" onClick={() => void board.planner.follow(row)}>
          {t("takeOver")}
        </Button>
      ) : null}
      {board.mayEdit && row.state === "done" && row.memory ? <TellInCommunity text={row.memory} /> : null}
      <ActivityWarnings warnings={board.warnings.get(row.id) ?? []} />
      {board.mayEdit || !row.note ? null : (
        <p className="whitespace-pre-line [overflow-wrap:anywhere]" dir="auto">
          {row.note}
        </p>
      )}
    </div>
  );
}
