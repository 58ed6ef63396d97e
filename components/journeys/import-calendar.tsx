"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { FileField } from "@/components/forms/file-field";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { ApiProblem, toProblem } from "@/lib/http/fetch-json";
import { addActivitiesAction } from "@/lib/journeys/actions";
import { CALENDAR_BYTES_MAX } from "@/lib/journeys/choices";
import type { ImportedCalendar } from "@/lib/journeys/import-calendar";
import { useTelling } from "./use-telling";

/** How many of what was found are shown before they are added. */
const SHOWN = 8;

async function preview(journey: string, file: File): Promise<ImportedCalendar> {
  const response = await fetch(`/api/journeys/${journey}/import`, {
    method: "POST",
    headers: { "content-type": "text/calendar" },
    body: file,
  });
  if (!response.ok) throw await toProblem(response);
  return (await response.json()) as ImportedCalendar;
}

interface ImportCalendarProps {
  journey: string;
  onDone: () => void;
}

/** Takes a calendar file into a journey: first what it holds is shown, then it is added. */
export function ImportCalendar({ journey, onDone }: ImportCalendarProps) {
  const t = useTranslations("journeys");
  const errors = useTranslations("errors");
  const router = useRouter();
  const [found, setFound] = useState<ImportedCalendar | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const choose = (file: File) => {
    setFound(null);
    setProblem(null);
    if (file.size > CALENDAR_BYTES_MAX) return setProblem(t("import.tooLarge"));
    start(async () => {
      try {
        const answer = await preview(journey, file);
        if (answer.broken) setProblem(t(`import.${answer.broken.why}`, { line: answer.broken.line }));
        else setFound(answer);
      } catch (error) {
        setProblem(
          error instanceof ApiProblem && error.code !== "offline" ? error.message : errors("unavailable"),
        );
      }
    });
  };
  const add = () =>
    start(async () => {
      if (!found) return;
      const answer = await addActivitiesAction({ journey, activities: found.activities }).catch(() => null);
      if (!answer?.ok) return setProblem(answer?.error.message ?? errors("unavailable"));
      toast.success(t("import.added", { count: answer.data.length }));
      router.refresh();
      onDone();
    });
  return (
    <section className="grid grid-cols-1 gap-3 border-t border-line pt-4">
      <FileField
        label={<span className="text-base font-semibold">{t("import.title")}</span>}
        hint={t("import.hint")}
        accept=".ics,text/calendar"
        error={problem}
        busy={pending}
        onChoose={choose}
      />
      {found ? <Found found={found} busy={pending} onAdd={add} /> : null}
    </section>
  );
}

interface FoundProps {
  found: ImportedCalendar;
  busy: boolean;
  onAdd: () => void;
}

function Found({ found, busy, onAdd }: FoundProps) {
  const t = useTranslations("journeys");
  const tell = useTelling();
  const { activities, cut, left } = found;
  const count = activities.length;
  return (
    <div role="status" className="grid grid-cols-1 gap-3">
      <p>{t("import.found", { count })}</p>
      <ul className="grid gap-1 text-sm">
        {activities.slice(0, SHOWN).map((one) => (
          <li key={`${one.title}${one.starts_local}`} className="[overflow-wrap:anywhere]">
            <bdi className="font-medium">{one.title}</bdi>
            {one.starts_local && one.ends_local && one.time_zone ? (
              <span className="text-ink-muted">
                {" · "}
                {tell.when({
                  starts_local: one.starts_local,
                  ends_local: one.ends_local,
                  time_zone: one.time_zone,
                })}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {count > SHOWN ? (
        <p className="text-sm text-ink-muted">{t("import.more", { count: count - SHOWN })}</p>
      ) : null}
      {cut.length > 0 ? (
        <p className="text-sm text-warn">{t("import.cut", { titles: cut.slice(0, 5).join(", ") })}</p>
      ) : null}
      {left > 0 ? <p className="text-sm text-ink-muted">{t("import.left", { count: left })}</p> : null}
      {count > 0 ? (
        <Button variant="primary" busy={busy} onClick={onAdd} className="justify-self-start">
          {t("import.add", { count })}
        </Button>
      ) : null}
    </div>
  );
}
