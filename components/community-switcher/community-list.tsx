"use client";

import clsx from "clsx";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from "react";
import { Input } from "@/components/ui/input";
import type { SwitcherCommunity } from "@/lib/tenants/directory-schemas";
import { filterCommunities } from "@/lib/tenants/switcher-rules";
import { CommunityRow } from "./community-row";

interface CommunityListProps {
  communities: readonly SwitcherCommunity[];
  /** Origin of the network host. */
  network: string;
  /** Slug of the community one is in. */
  current: string | null;
  /** The list is the page itself, and as long as it needs to be. */
  tall?: boolean;
  /** One types at once, however late the list came: where typing needs no keyboard on the screen. */
  autoFocus?: boolean;
  /** Goes round a row: where one may arrange them. */
  frame?: (community: SwitcherCommunity, row: ReactNode) => ReactNode;
}

/** One looks through fewer at a glance. */
const WORTH_SEARCHING = 2;

/** A field to search with and the communities that match. Arrows move, letters search, Enter goes to the first. */
export function CommunityList(props: CommunityListProps) {
  const { communities, network, current, tall, autoFocus, frame = plain } = props;
  const t = useTranslations("switcher");
  const [query, setQuery] = useState("");
  const shown = useMemo(() => filterCommunities(communities, query), [communities, query]);
  const box = useRef<HTMLDivElement>(null);
  if (communities.length === 0) return <p className="px-2 py-4 text-ink-muted">{t("none")}</p>;
  return (
    <search ref={box} onKeyDown={(event) => moveFocus(event, box.current)} className="grid grid-cols-1 gap-2">
      {communities.length < WORTH_SEARCHING ? null : (
        <Input
          type="search"
          aria-label={t("search")}
          placeholder={t("search")}
          autoComplete="off"
          autoFocus={autoFocus}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      )}
      <p role="status" className="sr-only">
        {query ? t("resultCount", { count: shown.length }) : ""}
      </p>
      {shown.length === 0 ? <p className="px-2 py-4 text-ink-muted">{t("noMatch")}</p> : null}
      <ul
        className={clsx(
          "-mx-1 grid grid-cols-1 px-1",
          tall ? "" : "max-h-[min(24rem,50dvh)] overflow-y-auto",
        )}
      >
        {shown.map((community) => (
          <li key={community.id}>
            {frame(
              community,
              <CommunityRow community={community} network={network} current={community.slug === current} />,
            )}
          </li>
        ))}
      </ul>
    </search>
  );
}

function plain(_community: SwitcherCommunity, row: ReactNode): ReactNode {
  return row;
}

/** Arrows walk from the field through the links and back; a letter typed on a link goes into the field. */
function moveFocus(event: KeyboardEvent, box: HTMLElement | null): void {
  if (!box || event.metaKey || event.ctrlKey || event.altKey) return;
  const input = box.querySelector("input");
  const links = [...box.querySelectorAll<HTMLElement>("ul a[data-place]")];
  const at = links.indexOf(document.activeElement as HTMLElement);
  // What stands beside a link has keys of its own.
  if (at === -1 && document.activeElement !== input) return;
  if (event.key === "Enter" && at === -1) {
    event.preventDefault();
    links[0]?.click();
    return;
  }
  const target = targetOf(event.key, { at, input, links });
  if (target) {
    event.preventDefault();
    target.focus();
  } else if (at !== -1 && event.key.length === 1 && event.key !== " ") {
    // Not prevented: the letter itself lands in the field that has the focus now.
    input?.focus();
  }
}

interface Positions {
  /** Index of the focused link; -1 in the field. */
  at: number;
  input: HTMLElement | null;
  links: readonly HTMLElement[];
}

function targetOf(key: string, { at, input, links }: Positions): HTMLElement | null | undefined {
  if (key === "ArrowDown") return links[at + 1] ?? links[0];
  if (key === "ArrowUp") return at <= 0 ? input : links[at - 1];
  if (at === -1) return null;
  if (key === "Home") return links[0];
  return key === "End" ? links.at(-1) : null;
}
