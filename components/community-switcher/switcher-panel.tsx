"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { Check, Compass, Layers, ListOrdered, LogIn, Plus, Waypoints } from "@/components/ui/icons";
import { IslandMark } from "@/components/ui/island-mark";
import { LinkButton } from "@/components/ui/link-button";
import { RowsSkeleton } from "@/components/ui/skeleton";
import { useOnline } from "@/components/ui/use-online";
import { accentStyle } from "@/lib/branding/accent";
import { useCommunities } from "./communities-provider";
import { CommunityList } from "./community-list";
import { useNarrow } from "./use-narrow";

const ICON = { "aria-hidden": true, size: 18 } as const;

/** What the switcher opens: one's communities where this host may show them, and the ways on. */
export function SwitcherPanel() {
  const { sameSite } = useCommunities();
  return sameSite ? <OwnList /> : <Elsewhere />;
}

function OwnList() {
  const t = useTranslations("switcher");
  const { communities, state, network, current, retry } = useCommunities();
  const narrow = useNarrow();
  const online = useOnline();
  if (state === "signed_out") {
    return (
      <div className="grid gap-3">
        <LinkButton
          href={`${network}/sign-in`}
          prefetch={false}
          variant="primary"
          block
          icon={<LogIn {...ICON} />}
        >
          {t("signIn")}
        </LinkButton>
        <Ways ways={["find"]} />
      </div>
    );
  }
  if (state === "failed") {
    return <ErrorState title={t("failed")} action={<Button onClick={retry}>{t("retry")}</Button>} />;
  }
  if (state === "loading" || state === "idle") return <RowsSkeleton label={t("loading")} count={5} />;
  return (
    <div className="grid gap-2">
      {state === "stale" || !online ? <p className="px-2 text-sm text-warn">{t("stale")}</p> : null}
      <CommunityList
        communities={communities}
        network={network}
        current={current?.slug ?? null}
        autoFocus={!narrow}
      />
      <Ways ways={communities.length > 1 ? ["all", "arrange", "find", "create"] : ["find", "create"]} />
    </div>
  );
}

/** On a community's own domain the list stays with the network: docs/decisions/0001-switcher.md. */
function Elsewhere() {
  const t = useTranslations("switcher");
  const { network, host, current } = useCommunities();
  return (
    <div className="grid gap-3 p-1">
      {current ? (
        <p className="flex items-center gap-3">
          <IslandMark
            id={current.id}
            logo={current.logo_path}
            style={accentStyle(current.accent)}
            size={30}
          />
          <span
            lang={current.locale}
            dir="auto"
            className="min-w-0 flex-1 truncate [text-align:match-parent] font-medium"
          >
            <bdi>{current.name}</bdi>
          </span>
          <Check aria-hidden size={18} className="text-accent" />
          <span className="sr-only">{t("current")}</span>
        </p>
      ) : null}
      <LinkButton
        href={`${network}/switch?${new URLSearchParams({ from: host })}`}
        prefetch={false}
        variant="primary"
        block
        icon={<Waypoints {...ICON} />}
      >
        {t("elsewhere")}
      </LinkButton>
      <p className="text-sm text-ink-muted">{t("elsewhereText", { host, network: new URL(network).host })}</p>
    </div>
  );
}

const WAYS = {
  all: { path: "/feed", icon: Layers },
  arrange: { path: "/switch", icon: ListOrdered },
  find: { path: "/communities", icon: Compass },
  create: { path: "/communities/new", icon: Plus },
} as const;

/** Links to the network's pages from whichever host. */
export function Ways({ ways }: { ways: readonly (keyof typeof WAYS)[] }) {
  const t = useTranslations("switcher");
  const { network } = useCommunities();
  return (
    <ul className="grid border-t border-line pt-2">
      {ways.map((way) => {
        const { path, icon: Icon } = WAYS[way];
        return (
          <li key={way}>
            <a
              href={`${network}${path}`}
              className="flex min-h-10 items-center gap-3 rounded-[6px] px-2 text-[0.9375rem] hover:bg-accent-soft pointer-coarse:min-h-11"
            >
              <Icon {...ICON} className="text-ink-muted" />
              {t(way)}
            </a>
          </li>
        );
      })}
    </ul>
  );
}
