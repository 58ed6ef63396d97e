"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Check } from "@/components/ui/icons";
import { Input } from "@/components/ui/input";

/** Colours to begin with, each a good neighbour of the others. */
const CHOICES = [
  "#0f6b6b",
  "#1f5f99",
  "#5b4bb0",
  "#8f3a84",
  "#b0362b",
  "#b4560f",
  "#7a6a12",
  "#3f7030",
] as const;

interface AccentFieldProps {
  value: string;
  onChange: (accent: string) => void;
  error?: string;
}

/** The colour of a community: one of a few, or any other by its code. */
export function AccentField({ value, onChange, error }: AccentFieldProps) {
  const t = useTranslations("create");
  const isCode = /^#[0-9a-f]{6}$/i.test(value);
  return (
    <div className="grid gap-3">
      <Field name="accent" label={t("accent")} hint={t("accentHint")} error={error}>
        {(control) => (
          <div className="flex items-center gap-3">
            <input
              type="color"
              aria-label={t("accent")}
              value={isCode ? value.toLowerCase() : CHOICES[0]}
              onChange={(event) => onChange(event.target.value)}
              className="h-10 w-14 shrink-0 rounded-control border border-line-strong bg-surface-raised p-1 pointer-coarse:h-11"
            />
            <Input
              {...control}
              dir="ltr"
              aria-label={t("accentCode")}
              autoComplete="off"
              spellCheck={false}
              maxLength={7}
              value={value}
              onChange={(event) => onChange(event.target.value)}
              className="max-w-32 font-mono"
            />
          </div>
        )}
      </Field>
      <ul className="flex flex-wrap gap-2">
        {CHOICES.map((choice) => (
          <li key={choice}>
            <button
              type="button"
              aria-label={t(`accentChoices.${choice}`)}
              title={t(`accentChoices.${choice}`)}
              aria-pressed={choice === value.toLowerCase()}
              onClick={() => onChange(choice)}
              style={{ backgroundColor: choice, color: "white" }}
              className="grid size-9 place-items-center rounded-full pointer-coarse:size-11"
            >
              {choice === value.toLowerCase() ? <Check aria-hidden size={18} /> : null}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
