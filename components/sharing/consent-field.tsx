"use client";

import { useLocale, useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { wordsIn } from "@/lib/sharing/rules";
import type { ConsentGap, ConsentWords } from "@/lib/sharing/schemas";

interface ConsentFieldProps {
  words: ConsentWords;
  gap: ConsentGap | null;
  /** Unique on the page. */
  id?: string;
}

/** The words that an author agrees to, in their language, and where they say that they do. */
export function ConsentField({ words, gap, id = "consent" }: ConsentFieldProps) {
  const t = useTranslations("sharing.consent");
  const { text, lang } = wordsIn(words.texts, useLocale());
  return (
    <fieldset className="grid grid-cols-1 gap-3 rounded-surface border border-line-strong bg-surface-raised p-4">
      <legend className="px-1 text-sm font-medium">{t("title")}</legend>
      <p lang={lang} dir="auto" className="max-w-measure">
        {text}
      </p>
      <input type="hidden" name="locale" value={lang} />
      {/* A new version is a new question: what was ticked for the old one does not count for it. */}
      <Checkbox
        key={words.version}
        id={`field-${id}`}
        name="consent"
        value={words.version}
        label={t("agree")}
        hint={t("version", { version: words.version })}
        aria-invalid={gap ? true : undefined}
        required
      />
    </fieldset>
  );
}
