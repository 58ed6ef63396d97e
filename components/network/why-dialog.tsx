"use client";

import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorState } from "@/components/ui/error-state";
import { RowsSkeleton } from "@/components/ui/skeleton";
import type { Reason } from "@/lib/feed/unified-schemas";
import { fetchJson } from "@/lib/http/fetch-json";
import { goPath } from "@/lib/tenants/directory-rules";

interface WhyDialogProps {
  post: { id: string; tenant_id: string };
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Why a post stands in the feed, and what one can do about it. Asked for when it is opened. */
export function WhyDialog({ post, open, onOpenChange }: WhyDialogProps) {
  const t = useTranslations("streams");
  const common = useTranslations("common");
  const query = useQuery({
    queryKey: ["why", post.tenant_id, post.id],
    queryFn: ({ signal }) =>
      fetchJson<{ reasons: Reason[] }>(
        `/api/content/cross-community/why?${new URLSearchParams({ home: post.tenant_id, post: post.id })}`,
        { signal },
      ),
    enabled: open,
    // Whether a share still holds is known at the moment of asking alone.
    gcTime: 0,
    retry: false,
  });
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("why")} closeLabel={t("close")}>
      {query.isError ? (
        <ErrorState
          title={t("whyFailed")}
          action={<Button onClick={() => void query.refetch()}>{common("retry")}</Button>}
        />
      ) : query.data ? (
        <Reasons reasons={query.data.reasons} />
      ) : (
        <RowsSkeleton label={t("whyLoading")} count={2} />
      )}
    </Dialog>
  );
}

function Reasons({ reasons }: { reasons: readonly Reason[] }) {
  const t = useTranslations("streams");
  if (reasons.length === 0) return <p>{t("whyNone")}</p>;
  return (
    <div className="grid gap-4">
      <ul className="grid gap-4">
        {reasons.map((reason) => (
          <li key={`${reason.community.id}${reason.group}`} className="border-b border-line pb-4">
            <OneReason reason={reason} />
          </li>
        ))}
      </ul>
      <p className="text-sm text-ink-muted">{t("whyHint")}</p>
    </div>
  );
}

function OneReason({ reason: { community, joined_at, group, share } }: { reason: Reason }) {
  const t = useTranslations("streams");
  const format = useFormatter();
  const day = (moment: string) => format.dateTime(new Date(moment), { dateStyle: "long" });
  const member = { community: community.name, since: day(joined_at) };
  const text = share
    ? t(share.by ? "whySharedBy" : "whyShared", {
        home: share.home.name,
        community: community.name,
        name: share.by ?? "",
        since: day(share.since),
      })
    : group
      ? t("whyGroup", { ...member, group })
      : t("whyMember", member);
  const go = (path: string) => goPath(community.slug, path);
  return (
    <div className="grid gap-2">
      <p className="[overflow-wrap:anywhere]">{text}</p>
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {share ? (
          <Way href={go(`/shared/${share.id}`)}>{t("seeShare")}</Way>
        ) : (
          <Way href={goPath(community.slug)}>{t("goThere", { community: community.name })}</Way>
        )}
        <Way href={go("/me")}>{t("leave", { community: community.name })}</Way>
      </p>
    </div>
  );
}

function Way({ href, children }: { href: string; children: string }) {
  return (
    <a
      href={href}
      className="inline-flex min-h-6 items-center underline underline-offset-2 hover:text-accent pointer-coarse:min-h-11"
    >
      {children}
    </a>
  );
}
