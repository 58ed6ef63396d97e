import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { type InboxPlace, inboxHref } from "@/lib/inbox/place";
import type { InboxPage } from "@/lib/inbox/schemas";
import { NoticeLine } from "./notice-line";

interface InboxListProps {
  page: InboxPage;
  place: InboxPlace;
  /** When the page was made, in milliseconds. */
  now: number;
}

/** The lines of one page, newest first, and the way to older ones. */
export function InboxList({ page, place, now }: InboxListProps) {
  const t = useTranslations("inbox");
  const { items, next, communities } = page;
  const known = new Map(communities.map((community) => [community.id, community]));
  const older = place.before !== "";
  const narrowed = place.filter !== "all" || place.community !== null;
  if (items.length === 0 && !next && !older) return <NothingHere narrowed={narrowed} />;
  return (
    <>
      <ol className="border-t border-line">
        {items.map((notice) => {
          const community = known.get(notice.tenant_id) ?? null;
          return community || notice.journey ? (
            <NoticeLine key={notice.id} notice={notice} community={community} now={now} />
          ) : null;
        })}
      </ol>
      <div className="flex flex-wrap justify-center gap-3 py-8">
        {older ? <LinkButton href={inboxHref({ ...place, before: "" })}>{t("newest")}</LinkButton> : null}
        {next ? (
          <LinkButton href={inboxHref({ ...place, before: next })} prefetch={false} rel="next">
            {t("showMore")}
          </LinkButton>
        ) : (
          <p className="self-center text-sm text-ink-muted">{t("end")}</p>
        )}
      </div>
    </>
  );
}

function NothingHere({ narrowed }: { narrowed: boolean }) {
  const t = useTranslations("inbox");
  if (!narrowed) return <EmptyState title={t("emptyTitle")} text={t("emptyText")} island="inbox" />;
  return (
    <EmptyState
      title={t("nothingTitle")}
      text={t("nothingText")}
      island="inbox"
      action={<LinkButton href="/inbox">{t("showAll")}</LinkButton>}
    />
  );
}
