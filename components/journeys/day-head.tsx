"use client";

import { useTranslations } from "next-intl";
import { memo } from "react";
import { hoursOf } from "@/lib/journeys/rules";
import { useTelling } from "./use-telling";

interface DayHeadProps {
  id: string;
  date: string;
  /** Of the plan. */
  zone: string;
  short?: boolean;
}

/** The date of a day, and that it is shorter or longer where clocks change. */
export const DayHead = memo(function DayHead({ id, date, zone, short = false }: DayHeadProps) {
  const t = useTranslations("journeys");
  const tell = useTelling();
  const hours = hoursOf(date, zone);
  return (
    <h2
      id={id}
      className={
        short
          ? "text-sm font-semibold"
          : "border-b border-line-strong pb-2 font-serif text-title-sm tracking-title"
      }
    >
      {tell.day(date, short ? "short" : "long")}
      {hours === 24 ? null : (
        <span className="ms-2 font-sans text-sm font-normal text-warn">{t("hours", { count: hours })}</span>
      )}
    </h2>
  );
});
