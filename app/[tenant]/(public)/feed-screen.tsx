import { getTranslations } from "next-intl/server";
import { Composer } from "@/components/composer/composer";
import { FeedList } from "@/components/feed/feed-list";
import { PinnedStrip } from "@/components/feed/pinned-strip";
import { PageDown } from "@/components/notices/page-down";
import { Messages } from "@/components/providers/messages";
import { buttonClasses } from "@/components/ui/button-classes";
import { EmptyState } from "@/components/ui/empty-state";
import { unlessDown } from "@/lib/context/outage";
import { getTenantPage } from "@/lib/context/pages";
import { readCursor } from "@/lib/feed/cursor";
import { getCommunityFeed } from "@/lib/feed/queries";
import { newId } from "@/lib/ids/uuid";

/** The feed of a community for its members, with the composer above it. */
export async function FeedScreen({ tenant: param, start }: { tenant: string; start: string | null }) {
  const context = await getTenantPage(param);
  const loaded = await unlessDown(() =>
    getCommunityFeed(context, { before: readCursor(start ?? undefined) }),
  );
  if (!loaded.up) return <PageDown requestId={loaded.requestId} />;
  const { pinned, ...page } = loaded.value;
  const { tenant } = context;
  const t = await getTranslations("feed");
  return (
    <div className="grid grid-cols-1 gap-6">
      <h1 className="sr-only">{tenant.name}</h1>
      {start === null ? (
        <Messages of={["composer", "postFields", "writing", "sending"]}>
          <Composer freshId={newId()} />
        </Messages>
      ) : null}
      <Messages of={["feed", "post"]}>
        <PinnedStrip posts={pinned} lang={tenant.locale} />
        <section aria-labelledby="feed-title">
          <h2 id="feed-title" className="sr-only">
            {t("newest")}
          </h2>
          <FeedList
            endpoint="/api/v1/feed"
            path="/"
            start={start}
            initial={page}
            now={Date.now()}
            lang={tenant.locale}
            member
            empty={
              <EmptyState
                title={t("emptyTitle")}
                text={t("emptyText")}
                island={tenant.id}
                headingLevel={3}
                action={
                  <a href="#field-body" className={buttonClasses({ variant: "primary" })}>
                    {t("emptyAction")}
                  </a>
                }
              />
            }
          />
        </section>
      </Messages>
    </div>
  );
}
