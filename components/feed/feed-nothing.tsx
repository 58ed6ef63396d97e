import { useTranslations } from "next-intl";
import { buttonClasses } from "@/components/ui/button-classes";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { type FeedSort, type FeedView, feedHref, isNarrowed, isTopSort, WHOLE_FEED } from "@/lib/feed/views";

interface FeedNothingProps {
  view: FeedView & { sort: FeedSort };
  /** Draws this island: the community's id. */
  island: string;
  /** For visitors: nothing is public, and there is nothing for them to begin. */
  visitor?: boolean;
}

/** Why a community's feed is empty: nothing matches, a quiet time, or nothing was written yet. */
export function FeedNothing({ view, island, visitor = false }: FeedNothingProps) {
  const t = useTranslations("feed");
  if (isNarrowed(view)) {
    const { type } = view;
    const onlyType = type !== null && !isNarrowed({ ...view, type: null });
    return (
      <Nothing
        title={t(view.mine ? "emptyMineTitle" : onlyType ? `emptyType.${type}` : "emptyMatchTitle")}
        text={view.mine ? t("emptyMineText") : t("emptyMatchText")}
        href={feedHref({ ...WHOLE_FEED, sort: view.sort })}
        label={t("view.clear")}
      />
    );
  }
  if (isTopSort(view.sort)) {
    return (
      <Nothing
        title={t(`emptyTop.${view.sort}`)}
        text={t("emptyTopText")}
        href={feedHref({ ...WHOLE_FEED, sort: "new" })}
        label={t("view.toNew")}
      />
    );
  }
  if (visitor) {
    return <EmptyState title={t("emptyPublicTitle")} text={t("emptyPublicText")} headingLevel={3} />;
  }
  return (
    <EmptyState
      title={t("emptyTitle")}
      text={t("emptyText")}
      island={island}
      headingLevel={3}
      action={
        <a href="#field-body" className={buttonClasses({ variant: "primary" })}>
          {t("emptyAction")}
        </a>
      }
    />
  );
}

function Nothing({ title, text, href, label }: { title: string; text: string; href: string; label: string }) {
  return (
    <div className="pt-4">
      <EmptyState
        title={title}
        text={text}
        headingLevel={3}
        action={<LinkButton href={href}>{label}</LinkButton>}
      />
    </div>
  );
}
