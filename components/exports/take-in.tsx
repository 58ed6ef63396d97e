"use client";

import { useTranslations } from "next-intl";
import { useId, useState, useTransition } from "react";
import { FileField } from "@/components/forms/file-field";
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
  const choose = (file: File) => {
    setFound(null);
    setProblem(null);
    start(async () => {
      const plan = await readFile(file).catch(() => null);
      if (plan?.ok) setFound(plan.found);
      else if (plan) setProblem(plan.why === "newer" ? t("newer") : t("noExport"));
      else setProblem(t("unreadable"));
    });
  };
  return (
    <section aria-labelledby={id} className="grid grid-cols-1 gap-3">
      <h2 id={id} className="font-serif text-title-sm font-medium tracking-title">
        {t("title")}
      </h2>
      <FileField
        label={t("file")}
        hint={t("text")}
        accept=".zip,application/zip"
        error={problem}
        busy={reading}
        onChoose={choose}
      />
      {found ? <TakeInChoice key={found.madeAt} found={found} /> : null}
    </section>
  );
}
