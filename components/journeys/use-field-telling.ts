"use client";

import { useTranslations } from "next-intl";
import type { ActivityChanges } from "@/lib/journeys/inputs";
import { useTelling } from "./use-telling";

type Field = keyof ActivityChanges;

/** Words for one choice about an activity: a field, or several that go together. */
export function useFieldTelling() {
  const t = useTranslations("journeys");
  const tell = useTelling();
  const said = (field: Field, value: unknown): string => {
    if (value === null || value === undefined || value === "") return t("merge.nothing");
    if (field === "state") return t(`state.${value as NonNullable<ActivityChanges["state"]>}`);
    if (field === "visible_to") return t(value === "me" ? "onlyMe" : "everybody");
    if (field === "starts_local" || field === "ends_local")
      return `${tell.day(String(value))}, ${tell.clock(String(value))}`;
    return String(value);
  };
  return {
    label(choice: ActivityChanges): string {
      return (Object.keys(choice) as Field[]).map((field) => t(`field.${field}`)).join(" · ");
    },
    value(choice: ActivityChanges): string {
      return (Object.keys(choice) as Field[]).map((field) => said(field, choice[field])).join("\n");
    },
  };
}
