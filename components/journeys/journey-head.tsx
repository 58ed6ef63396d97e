"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { Suspense, useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { CalendarDays, Pencil, Plus, Printer, Users } from "@/components/ui/icons";
import { late } from "@/components/ui/late";
import { TabLinks } from "@/components/ui/tab-links";
import { JOURNEY_VIEWS, type JourneyView } from "@/lib/journeys/choices";
import type { countStates } from "@/lib/journeys/rules";
import type { JourneyPage } from "@/lib/journeys/schemas";
import { JourneyDates } from "./journey-dates";
import { Progress } from "./progress";
import { useWide } from "./use-wide";

const PeopleDialog = late(async () => (await import("./people-dialog")).PeopleDialog);
const CalendarDialog = late(async () => (await import("./calendar-dialog")).CalendarDialog);
const SettingsDialog = late(async () => (await import("./settings-dialog")).SettingsDialog);

interface JourneyHeadProps {
  page: JourneyPage;
  counts: ReturnType<typeof countStates>;
  view: JourneyView | null;
  onAdd: () => void;
}

/** What a journey is called, when, who is on it, how far it has come, and its views. */
export function JourneyHead({ page, counts, view, onAdd }: JourneyHeadProps) {
  const t = useTranslations("journeys");
  const [open, setOpen] = useState<"people" | "calendar" | "settings" | null>(null);
  const { journey, people } = page;
  const mayEdit = journey.role !== "voter";
  const wide = useWide();
  const shown = view ?? (wide === null ? null : wide ? "timeline" : "list");
  const here = `/journeys/${journey.id}`;
  return (
    <header className="mb-6 grid grid-cols-1 gap-4">
      <p className="print:hidden">
        <Link href="/journeys" className="text-sm text-ink-muted hover:text-ink">
          {t("back")}
        </Link>
      </p>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="grid min-w-0 grid-cols-1 gap-2">
          <h1 className="font-serif text-title-lg font-medium tracking-title [overflow-wrap:anywhere]">
            <bdi>{journey.title}</bdi>
          </h1>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-muted">
            <JourneyDates journey={journey} />
            {journey.is_template ? <Badge tone="accent">{t("template")}</Badge> : null}
            {journey.archived_at ? <Badge>{t("archived")}</Badge> : null}
          </div>
          {journey.note ? (
            <p dir="auto" className="max-w-measure whitespace-pre-line [overflow-wrap:anywhere]">
              {journey.note}
            </p>
          ) : null}
        </div>
        <div className="flex flex-wrap items-center gap-2 print:hidden">
          <Button icon={<Users aria-hidden size={18} />} onClick={() => setOpen("people")}>
            {t("people.button", { count: people.length })}
          </Button>
          <Button square aria-label={t("calendar.button")} onClick={() => setOpen("calendar")}>
            <CalendarDays aria-hidden size={18} />
          </Button>
          <Button square aria-label={t("print")} onClick={() => window.print()}>
            <Printer aria-hidden size={18} />
          </Button>
          {mayEdit ? (
            <>
              <Button square aria-label={t("settings.button")} onClick={() => setOpen("settings")}>
                <Pencil aria-hidden size={18} />
              </Button>
              <Button variant="primary" icon={<Plus aria-hidden size={18} />} onClick={onAdd}>
                {t("add.open")}
              </Button>
            </>
          ) : null}
        </div>
      </div>
      {people.length > 1 ? (
        <ul className="flex flex-wrap gap-x-4 gap-y-2 text-sm">
          {people.map(({ id, name, avatar }) => (
            <li key={id} className="flex items-center gap-2">
              <Avatar name={name} path={avatar} size={24} />
              <bdi>{name}</bdi>
            </li>
          ))}
        </ul>
      ) : null}
      <Progress counts={counts} />
      <div className="print:hidden">
        <TabLinks
          label={t("views")}
          within
          tabs={JOURNEY_VIEWS.map((name) => ({
            href: `${here}?view=${name}`,
            label: t(`view.${name}`),
            current: shown === name,
          }))}
        />
      </div>
      <Suspense>
        {open === "people" ? <PeopleDialog page={page} onClose={() => setOpen(null)} /> : null}
        {open === "calendar" ? <CalendarDialog page={page} onClose={() => setOpen(null)} /> : null}
        {open === "settings" ? <SettingsDialog page={page} onClose={() => setOpen(null)} /> : null}
      </Suspense>
    </header>
  );
}
