"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Field, type FieldControl } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { AUDIENCES, type FaceAudience, type GuardedPart } from "@/lib/faces/limits";

interface GuardedFieldProps {
  name: GuardedPart;
  hint?: ReactNode;
  error?: string;
  audience: FaceAudience;
  onAudience: (audience: FaceAudience) => void;
  /** What stands below the two: words to take over. */
  more?: ReactNode;
  children: (control: FieldControl) => ReactNode;
}

/** A part of one's face with the choice of who sees it. */
export function GuardedField(props: GuardedFieldProps) {
  const { name, hint, error, audience, onAudience, more, children } = props;
  const t = useTranslations("me");
  return (
    <div className="grid grid-cols-1 gap-2">
      <div className="grid grid-cols-1 items-start gap-x-3 gap-y-2 sm:grid-cols-[minmax(0,1fr)_14rem]">
        <Field name={name} label={t(`part.${name}`)} hint={hint} error={error} optional={t("optional")}>
          {children}
        </Field>
        <Field name={`${name}_for`} label={t("seenBy")}>
          {(control) => (
            <Select
              {...control}
              aria-label={t("seenByOf", { part: t(`part.${name}`) })}
              value={audience}
              onChange={(event) => {
                const chosen = AUDIENCES.find((one) => one === event.target.value);
                if (chosen) onAudience(chosen);
              }}
            >
              {AUDIENCES.map((one) => (
                <option key={one} value={one}>
                  {t(`audience.${one}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      {more}
    </div>
  );
}

interface KnownWordsProps {
  /** Names what is suggested. */
  label: string;
  words: readonly string[];
  chosen: readonly string[];
  onChoose: (word: string) => void;
}

const SHOWN = 5;

/** Words that others here use, one press away. */
export function KnownWords({ label, words, chosen, onChoose }: KnownWordsProps) {
  const t = useTranslations("me");
  const taken = new Set(chosen.map((word) => word.toLowerCase()));
  const left = words.filter((word) => !taken.has(word.toLowerCase())).slice(0, SHOWN);
  if (left.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span className="text-sm text-ink-muted">{t("known")}</span>
      <ul aria-label={label} className="flex min-w-0 flex-wrap gap-2">
        {left.map((word) => (
          <li key={word} className="min-w-0">
            <button
              type="button"
              onClick={() => onChoose(word)}
              className="inline-flex h-8 max-w-full items-center rounded-full border border-line px-3 text-sm transition-colors hover:border-accent pointer-coarse:h-11 pointer-coarse:px-4"
            >
              <bdi className="truncate">{word}</bdi>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
