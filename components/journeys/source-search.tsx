"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { CommunityChip } from "@/components/ui/community-chip";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Spinner } from "@/components/ui/spinner";
import { fetchJson } from "@/lib/http/fetch-json";
import type { JourneySource, SourcesPage } from "@/lib/journeys/schemas";
import { useSearch } from "./use-search";
import { useTelling } from "./use-telling";

async function search(q: string, after: string | null, signal?: AbortSignal): Promise<SourcesPage> {
  const query = new URLSearchParams({ q, ...(after ? { after } : {}) });
  return (await fetchJson(`/api/journeys/sources?${query}`, { signal })) as SourcesPage;
}

interface SourceSearchProps {
  busy: boolean;
  onChoose: (source: JourneySource) => void;
}

/** Events to come in one’s communities, and with words people and groups too: press one to add it. */
export function SourceSearch({ busy, onChoose }: SourceSearchProps) {
  const t = useTranslations("journeys");
  const [q, setQ] = useState("");
  const [found, setFound] = useSearch(q, (words, signal) => search(words, null, signal));
  const more = async () => {
    if (found === null || found === "failed" || !found.next) return;
    const next = await search(q, found.next).catch(() => null);
    if (!next) return;
    const longer = {
      items: [...found.items, ...next.items],
      communities: [...found.communities, ...next.communities],
      next: next.next,
    };
    // Unless other words were typed meanwhile.
    setFound((now) => (now === found ? longer : now));
  };
  return (
    <div className="grid grid-cols-1 gap-3">
      <Field name="q" label={t("add.search")} hint={t("add.searchHint")}>
        {(control) => (
          <Input
            {...control}
            type="search"
            maxLength={80}
            autoComplete="off"
            autoFocus
            onChange={(event) => setQ(event.target.value)}
          />
        )}
      </Field>
      <div aria-live="polite" className="grid grid-cols-1 gap-2">
        {found === null ? <Spinner /> : null}
        {found === "failed" ? <p className="text-danger">{t("add.failed")}</p> : null}
        {found && found !== "failed" ? <Results found={found} busy={busy} onChoose={onChoose} /> : null}
      </div>
      {found && found !== "failed" && found.next ? (
        <Button size="sm" onClick={() => void more()}>
          {t("add.more")}
        </Button>
      ) : null}
    </div>
  );
}

function Results({ found, busy, onChoose }: SourceSearchProps & { found: SourcesPage }) {
  const t = useTranslations("journeys");
  const tell = useTelling();
  const places = new Map(found.communities.map((place) => [place.id, place]));
  if (found.items.length === 0) return <p className="text-ink-muted">{t("add.nothing")}</p>;
  return (
    <ul className="max-h-[45dvh] overflow-y-auto">
      {found.items.map((item) => {
        const place = places.get(item.tenant_id);
        const time = item.starts_local
          ? tell.when({ ...item, time_zone: item.time_zone ?? "UTC" })
          : t(`kind.${item.kind}`);
        return (
          <li key={`${item.kind}${item.tenant_id}${item.id}`} className="border-b border-line">
            <button
              type="button"
              aria-disabled={busy}
              onClick={() => onChoose(item)}
              className="grid w-full grid-cols-1 gap-1 rounded-control px-2 py-2.5 text-start hover:bg-accent-soft"
            >
              <bdi className="font-medium [overflow-wrap:anywhere]">{item.title}</bdi>
              <span className="text-sm text-ink-muted">
                {time}
                {item.place ? ` · ${item.place}` : null}
              </span>
              {place ? (
                <CommunityChip id={place.id} name={place.name} accent={place.accent} logo={place.logo_path} />
              ) : null}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
