import clsx from "clsx";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Chip } from "@/components/ui/chip";
import { ChevronDown, X } from "@/components/ui/icons";
import { languageName } from "@/lib/i18n/languages";
import { JOIN_POLICIES } from "@/lib/tenants/choices";
import {
  DIRECTORY_SORTS,
  type DirectoryPlace,
  directoryHref,
  isNarrowedDirectory,
  LISTED_PRIVACIES,
} from "@/lib/tenants/directory-place";

interface DirectoryControlsProps {
  place: DirectoryPlace;
  /** Languages of listed communities, the most frequent first. */
  languages: readonly string[];
}

/** In which order the directory stands and what part of it shows. Each choice is an address. */
export function DirectoryControls({ place: asked, languages }: DirectoryControlsProps) {
  const t = useTranslations("network");
  const place = { ...asked, after: null };
  return (
    <div className="grid grid-cols-1 gap-3">
      <nav aria-label={t("sorts")} className="min-w-0 overflow-x-auto border-b border-line">
        <ul className="flex gap-6">
          {DIRECTORY_SORTS.map((sort) => (
            <li key={sort}>
              <Sort href={directoryHref({ ...place, sort })} current={sort === place.sort}>
                {t(`sort.${sort}`)}
              </Sort>
            </li>
          ))}
        </ul>
      </nav>
      <details open={isNarrowedDirectory({ ...place, q: "" })} className="group/filters">
        <summary className="inline-flex min-h-8 cursor-pointer list-none items-center gap-1.5 rounded-control text-[0.9375rem] text-ink-muted hover:text-ink pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden">
          {t("filters")}
          <ChevronDown aria-hidden size={16} className="group-open/filters:rotate-180" />
        </summary>
        <nav aria-label={t("filters")} className="grid gap-3 pt-2">
          <Row label={t("filterJoin")}>
            {JOIN_POLICIES.map((join) => (
              <Toggle key={join} place={place} name="join" value={join}>
                {t(`joinPolicy.${join}`)}
              </Toggle>
            ))}
          </Row>
          <Row label={t("filterPrivacy")}>
            {LISTED_PRIVACIES.map((privacy) => (
              <Toggle key={privacy} place={place} name="privacy" value={privacy}>
                {t(`privacy.${privacy}`)}
              </Toggle>
            ))}
          </Row>
          <LanguageRow place={place} languages={languages} />
        </nav>
      </details>
    </div>
  );
}

function LanguageRow({ place, languages }: DirectoryControlsProps) {
  const t = useTranslations("network");
  const { language } = place;
  if (languages.length < 2 && language === null) return null;
  const known = language === null || languages.includes(language) ? languages : [language, ...languages];
  return (
    <Row label={t("filterLanguage")}>
      {known.map((tag) => (
        <Toggle key={tag} place={place} name="language" value={tag} lang={tag}>
          {languageName(tag)}
        </Toggle>
      ))}
    </Row>
  );
}

function Sort({ href, current, children }: { href: string; current: boolean; children: ReactNode }) {
  return (
    <Link
      href={href}
      prefetch={false}
      scroll={false}
      aria-current={current ? "page" : undefined}
      className={clsx(
        "-mb-px flex h-11 items-center whitespace-nowrap border-b-2 text-[0.9375rem] transition-colors focus-visible:-outline-offset-2",
        current
          ? "border-accent font-semibold text-ink"
          : "border-transparent text-ink-muted hover:border-line-strong hover:text-ink",
      )}
    >
      {children}
    </Link>
  );
}

/** Choices of one kind behind their name. */
function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 gap-y-1.5 sm:grid-cols-[7.5rem_minmax(0,1fr)] sm:items-start">
      <p className="text-sm text-ink-muted sm:pt-1.5 sm:pointer-coarse:pt-3">{label}</p>
      <ul aria-label={label} className="flex flex-wrap gap-2">
        {children}
      </ul>
    </div>
  );
}

interface ToggleProps {
  place: DirectoryPlace;
  name: "join" | "privacy" | "language";
  value: string;
  lang?: string;
  children: ReactNode;
}

/** A choice that is on leads to the list without it. */
function Toggle({ place, name, value, lang, children }: ToggleProps) {
  const t = useTranslations("network");
  const on = place[name] === value;
  return (
    <li lang={lang}>
      <Chip href={directoryHref({ ...place, [name]: on ? null : value })} current={on}>
        <span className="inline-flex items-center gap-1.5">
          <bdi>{children}</bdi>
          {on ? (
            <>
              <X aria-hidden size={14} />
              <span className="sr-only">{t("takeOff")}</span>
            </>
          ) : null}
        </span>
      </Chip>
    </li>
  );
}
