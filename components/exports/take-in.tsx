"use client";

import { useTranslations } from "next-intl";
import { type ChangeEvent, useId, useState, useTransition } from "react";
import { Notice } from "@/components/ui/notice";
import type { TakeIn } from "@/lib/take-in/plan";
import { TakeInChoice } from "./take-in-choice";

async function readFile(file: File) {
  const [{ readExportFile }, { planTakeIn }] = await Promise.all([
    import("@/lib/take-in/read-export"),
    import("@/lib/take-in/plan"),
  ]);
  return planTakeIn(await readExportFile(file));
}

/** Takes an export in: its ZIP is read here, what is in it is shown, and what is chosen is sent. */
export function TakeInExport() {
  const t = useTranslations("exports.takeIn");
  const id = useId();
  const [found, setFound] = useState<TakeIn | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [reading, start] = useTransition();
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    setFound(null);
    setProblem(null);
    if (!file) return;
    start(async () => {
      const plan = await readFile(file).catch(() => null);
      if (plan?.ok) setFound(plan.found);
      else if (plan) setProblem(plan.why === "newer" ? t("newer") : t("noExport"));
      else setProblem(t("unreadable"));
    });
  };
  return (
    <section aria-labelledby={`${id}-title`} className="grid grid-cols-1 gap-3">
      <h2 id={`${id}-title`} className="font-serif text-title-sm font-medium tracking-title">
        {t("title")}
      </h2>
      <p id={`${id}-hint`} className="max-w-measure text-ink-muted">
        {t("text")}
      </p>
      <label htmlFor={id} className="font-semibold">
        {t("file")}
      </label>
      <input
        id={id}
        type="file"
        accept=".zip,application/zip"
        aria-describedby={`${id}-hint`}
        aria-busy={reading}
        onChange={choose}
        className="min-h-11 w-full text-sm file:me-3 file:h-9 file:rounded-control file:border file:border-line-strong file:bg-surface-raised file:px-3"
      />
      {problem ? (
        <Notice tone="danger" role="alert">
          {problem}
        </Notice>
      ) : null}
      {found ? <TakeInChoice key={found.madeAt} found={found} /> : null}
    </section>
  );
}
