"use client";

import { queryOptions, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Field } from "@/components/ui/field";
import { CircleCheck } from "@/components/ui/icons";
import { Input } from "@/components/ui/input";
import { Spinner } from "@/components/ui/spinner";
import { fetchJson } from "@/lib/http/fetch-json";
import { findSlugText, type SlugText, tidySlug } from "@/lib/tenants/create-rules";
import type { SlugAnswer } from "@/lib/tenants/create-schemas";

const PAUSE_MS = 350;

/** Looks an address up. Asked again soon, it answers as before. */
export function slugQuery(slug: string) {
  return queryOptions({
    queryKey: ["slug", slug],
    queryFn: ({ signal }) => fetchJson<SlugAnswer>(`/api/slugs?${new URLSearchParams({ slug })}`, { signal }),
    staleTime: 20_000,
    retry: false,
  });
}

/** Texts about an address among all those of `errors`: the others need not travel to the browser. */
const PROBLEMS = {
  slug_short: "slug_short",
  slug_long: "slug_long",
  slug_characters: "slug_characters",
  slug_hyphens: "slug_hyphens",
  slug_unavailable: "slug_unavailable",
} as const satisfies { [Key in SlugText]: Key };

interface SlugFieldProps {
  value: string;
  onChange: (slug: string) => void;
  /** What stands behind it: ".archipelago.example". */
  suffix: string;
  error?: string;
}

/** The address of a new community, looked up while one types. */
export function SlugField({ value, onChange, suffix, error }: SlugFieldProps) {
  const t = useTranslations("create");
  const errors = useTranslations("errors");
  const settled = useSettled(value);
  const problem = settled === "" ? null : findSlugText(settled);
  const lookup = useQuery({ ...slugQuery(settled), enabled: settled !== "" && problem === null });
  const answer = settled === value ? lookup.data : undefined;
  const told = problem ?? (answer?.available === false ? answer.problem : null);
  const message = told && settled === value ? errors(PROBLEMS[told]) : error;
  return (
    <Field
      name="slug"
      label={t("slug")}
      error={message}
      required
      hint={
        <Hint
          busy={lookup.isFetching}
          failed={lookup.isError && !message}
          free={answer?.available ? `${value}${suffix}` : null}
        />
      }
    >
      {(control) => (
        <Input
          {...control}
          suffix={suffix}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          maxLength={60}
          value={value}
          onChange={(event) => onChange(tidySlug(event.target.value))}
        />
      )}
    </Field>
  );
}

interface HintProps {
  busy: boolean;
  failed: boolean;
  /** The whole address, once it is known to be free. */
  free: string | null;
}

/** How the look-up stands; until there is one, how an address is made. */
function Hint({ busy, failed, free }: HintProps) {
  const t = useTranslations("create");
  return (
    <span role="status" className="flex min-h-6 items-center gap-1.5">
      {free ? (
        <>
          <CircleCheck aria-hidden size={16} className="shrink-0 text-ok" />
          <span className="text-ok">{t("slugFree", { address: free })}</span>
        </>
      ) : (
        <>
          {busy ? <Spinner /> : null}
          {t(busy ? "slugChecking" : failed ? "slugUnknown" : "slugHint")}
        </>
      )}
    </span>
  );
}

/** A text once one has stopped typing for a moment. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
