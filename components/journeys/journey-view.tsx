"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { Suspense } from "react";
import { buttonClasses } from "@/components/ui/button-classes";
import { goWithin } from "@/components/ui/go-within";
import { ArrowLeft, ArrowRight } from "@/components/ui/icons";
import { late } from "@/components/ui/late";
import type { JourneyView as Name } from "@/lib/journeys/choices";
import { daysOf } from "@/lib/journeys/rules";
import type { Board } from "./board";
import { ListView } from "./list-view";
import { TimelineView } from "./timeline-view";
import { useTelling } from "./use-telling";
import { useWide } from "./use-wide";

export const ChartView = late(async () => (await import("./chart-view")).ChartView);

interface JourneyViewProps {
  board: Board;
  view: Name | null;
  day: string | null;
}

/** The plan in the view that was asked for; else days beside each other where there is room, a list on a phone. */
export function JourneyView({ board, view, day }: JourneyViewProps) {
  const wide = useWide();
  if (view === "chart") {
    return (
      <Suspense>
        <ChartView board={board} />
      </Suspense>
    );
  }
  if (view === "day") return <DayView board={board} day={day} />;
  if (view === "list") return <ListView board={board} />;
  if (view === "timeline") return <TimelineView board={board} />;
  return (
    <>
      {wide === false ? null : (
        <div className="hidden rail:block">
          <TimelineView board={board} />
        </div>
      )}
      {wide === true ? null : (
        <div className="rail:hidden">
          <ListView board={board} />
        </div>
      )}
    </>
  );
}

function DayView({ board, day }: { board: Board; day: string | null }) {
  const t = useTranslations("journeys");
  const tell = useTelling();
  const dates = daysOf(board.journey, board.rows).days.map(({ date }) => date);
  const at = Math.max(0, dates.indexOf(day ?? ""));
  const current = dates[at];
  const address = (date: string) => `/journeys/${board.journey.id}?view=day&day=${date}`;
  const link = (date: string | undefined, label: string, icon: "before" | "after") =>
    date ? (
      <Link
        href={address(date)}
        scroll={false}
        onNavigate={(event) => goWithin(event, address(date))}
        aria-label={label}
        className={buttonClasses({ variant: "outline", square: true })}
      >
        {icon === "before" ? (
          <ArrowLeft aria-hidden size={18} className="rtl:-scale-x-100" />
        ) : (
          <ArrowRight aria-hidden size={18} className="rtl:-scale-x-100" />
        )}
      </Link>
    ) : null;
  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="flex flex-wrap items-center gap-3">
        {link(dates[at - 1], t("moving.dayBefore"), "before")}
        {link(dates[at + 1], t("moving.dayAfter"), "after")}
        {current ? <p className="font-serif text-title-sm">{tell.day(current)}</p> : null}
      </div>
      <TimelineView board={board} only={current ?? ""} />
    </div>
  );
}
