import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ChevronDown, Languages, SunMoon } from "@/components/ui/icons";
import { languageName } from "@/lib/i18n/languages";
import { LOCALES, languageOf } from "@/lib/i18n/locales";
import { APPEARANCES } from "@/lib/profiles/choices";
import { readVisitorView } from "@/lib/view/visitor-view";

interface Choice {
  value: string;
  label: string;
  current: boolean;
  lang?: string;
}

/** Language and appearance for somebody who is not signed in; who is, chooses them in their account. */
export async function ViewChoices() {
  const t = await getTranslations("account");
  const spoken = languageOf(await getLocale());
  const { appearance } = await readVisitorView();
  const languages = LOCALES.map((tag) => ({
    value: tag,
    label: languageName(tag),
    current: tag === spoken,
    lang: tag,
  }));
  const appearances = APPEARANCES.map((option) => ({
    value: option,
    label: t(`appearanceOptions.${option}`),
    current: option === (appearance ?? "system"),
  }));
  return (
    <form
      action="/session/view"
      className="flex flex-wrap items-start gap-x-10 gap-y-2 text-sm text-ink-muted"
    >
      {/* Closed at first: names in several scripts have a browser open as many fonts before it draws the page. */}
      <details className="group/languages min-w-0">
        <summary className="inline-flex min-h-8 cursor-pointer list-none items-center gap-1.5 rounded-control hover:text-ink pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden">
          <Languages aria-hidden size={18} />
          <span className="sr-only">{t("language")}</span>
          {languageName(spoken)}
          <ChevronDown aria-hidden size={16} className="group-open/languages:rotate-180" />
        </summary>
        <Choices name="locale" label={t("language")} choices={languages} />
      </details>
      <Choices
        name="appearance"
        label={t("appearance")}
        icon={<SunMoon aria-hidden size={18} />}
        choices={appearances}
      />
    </form>
  );
}

interface ChoicesProps {
  name: string;
  label: string;
  icon?: ReactNode;
  choices: readonly Choice[];
}

/** One press chooses and comes back to the page, without scripts too. */
function Choices({ name, label, icon, choices }: ChoicesProps) {
  return (
    <fieldset className="flex min-w-0 flex-wrap items-center gap-x-1">
      <legend className="sr-only">{label}</legend>
      {icon}
      {choices.map(({ value, label: text, current, lang }) => (
        <button
          key={value}
          type="submit"
          name={name}
          value={value}
          lang={lang}
          aria-pressed={current}
          className="rounded-control px-2 py-1.5 hover:text-ink aria-pressed:font-semibold aria-pressed:text-ink aria-pressed:underline aria-pressed:decoration-accent aria-pressed:decoration-2 aria-pressed:underline-offset-8 pointer-coarse:min-h-11"
        >
          {text}
        </button>
      ))}
    </fieldset>
  );
}
