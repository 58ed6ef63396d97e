"use client";

import { useTranslations } from "next-intl";
import { useCommunities } from "@/components/community-switcher/communities-provider";
import { bringText } from "@/lib/drafts/brought-text";
import { goPath } from "@/lib/tenants/directory-rules";

interface TellInCommunityProps {
  /** What one wrote about it. */
  text: string;
}

/**
 * The ways to the composers of one's communities, each with this text brought along. Nothing of where it comes from goes
 * with it: that might be a community which the others know nothing of.
 */
export function TellInCommunity({ text }: TellInCommunityProps) {
  const t = useTranslations("journeys.tell");
  const { communities, state, load } = useCommunities();
  const open = communities.filter(({ membership, status }) => membership === "active" && status === "active");
  const settled = state === "ready" || state === "stale";
  return (
    <details
      onToggle={(event) => {
        if (event.currentTarget.open) load();
      }}
      className="grid grid-cols-1"
    >
      <summary className="flex min-h-9 cursor-pointer items-center text-sm text-accent underline underline-offset-4 pointer-coarse:min-h-11">
        {t("open")}
      </summary>
      <p className="mt-1 text-sm text-ink-muted">{t("hint")}</p>
      {open.length === 0 ? (
        <p role="status" className="mt-2 text-sm">
          {t(settled ? "none" : state === "failed" || state === "signed_out" ? "failed" : "loading")}
        </p>
      ) : (
        <ul className="mt-2 max-h-60 overflow-y-auto">
          {open.map(({ id, slug, name, locale }) => (
            <li key={id}>
              <a
                href={bringText(goPath(slug), text)}
                className="flex min-h-9 items-center rounded-control px-2 [overflow-wrap:anywhere] hover:bg-accent-soft pointer-coarse:min-h-11"
              >
                <bdi lang={locale}>{name}</bdi>
              </a>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
