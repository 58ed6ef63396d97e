"use client";

import clsx from "clsx";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CREATE_STEPS } from "@/lib/tenants/create-steps";
import { stepHeadingId } from "./use-steps";

interface StepProps {
  /** Which of the steps, from 0. */
  place: number;
  current: number;
  children: ReactNode;
}

/** One question or two. The others are there, out of sight: the form is sent as a whole. Without scripts all show. */
export function Step({ place, current, children }: StepProps) {
  const t = useTranslations("create");
  const step = CREATE_STEPS[place];
  if (!step) return null;
  const id = stepHeadingId(place);
  return (
    <section
      aria-labelledby={id}
      className={clsx("gap-6", place === current ? "grid" : "hidden [@media(scripting:none)]:grid")}
    >
      <h2 id={id} tabIndex={-1} className="grid gap-1 outline-none">
        <span className="text-sm text-ink-muted" data-figures>
          {t("step", { step: place + 1, steps: CREATE_STEPS.length })}
        </span>{" "}
        <span className="font-serif text-title font-medium tracking-title">{t(`steps.${step}`)}</span>
      </h2>
      {children}
    </section>
  );
}

/** How far one is, for the eye; headings say it in words. */
export function StepBar({ current }: { current: number }) {
  return (
    <div aria-hidden className="flex gap-1.5 [@media(scripting:none)]:hidden">
      {CREATE_STEPS.map((step, place) => (
        <span
          key={step}
          className={clsx("h-1 flex-1 rounded-full", place <= current ? "bg-accent" : "bg-line")}
        />
      ))}
    </div>
  );
}
