import { getTranslations } from "next-intl/server";
import { RulesNotice } from "@/components/arrival/rules-notice";
import { WelcomePanel } from "@/components/arrival/welcome-panel";
import { MemberComposer } from "@/components/composer/member-composer";
import { FeedControls } from "@/components/feed/feed-controls";
import { FeedList } from "@/components/feed/feed-list";
import { FeedNothing } from "@/components/feed/feed-nothing";
import { PinnedStrip } from "@/components/feed/pinned-strip";
import { PageDown } from "@/components/notices/page-down";
import { Messages } from "@/components/providers/messages";
import { unlessDown } from "@/lib/context/outage";
import { getTenantPage } from "@/lib/context/pages";
import { parseFeedCursor } from "@/lib/feed/cursor";
import { getCommunityFeed } from "@/lib/feed/queries";
import { type FeedView, feedEndpoint, feedHref, isNarrowed, tagsOf } from "@/lib/feed/views";
import { newId } from "@/lib/ids/uuid";

interface FeedScreenProps {
  /** The route's own param. */
  tenant: string;
  /** Where the list begins; null for its beginning. */
  start: string | null;
  view: FeedView;
}

/** The feed of a community for its members, with the composer above it. */
export async function FeedScreen({ tenant: param, start, view: asked }: FeedScreenProps) {
  const context = await getTenantPage(param);
  const before = start === null ? null : parseFeedCursor(start);
  const loaded = await unlessDown(() => getCommunityFeed(context, { before, view: asked }));
  if (!loaded.up) return <PageDown requestId={loaded.requestId} />;
  const { pinned, sort, keptSort, seenAt, groups, ...page } = loaded.value;
  const { tenant, arrival } = context;
  const view = { ...asked, sort };
  const whole = !isNarrowed(view) && start === null;
  const t = await getTranslations("feed");
  return (
    <div className="grid grid-cols-1 gap-6">
      <h1 className="sr-only">{tenant.name}</h1>
      {whole && arrival?.rules ? <RulesNotice version={arrival.rules} /> : null}
      {whole && arrival?.arriving ? (
        <WelcomePanel name={tenant.name} lang={tenant.locale} done={arrival.done} samples={arrival.samples} />
      ) : null}
      {whole ? (
        <Messages of={["composer", "postFields", "writing", "sending"]}>
          <MemberComposer freshId={newId()} />
        </Messages>
      ) : null}
      <Messages of={["feed", "post", "feedSort"]}>
        <PinnedStrip posts={pinned} lang={tenant.locale} />
        <section aria-labelledby="feed-title" className="grid grid-cols-1">
          <h2 id="feed-title" className="sr-only">
            {t(`view.title.${sort}`)}
          </h2>
          <FeedControls
            view={view}
            keptSort={keptSort}
            groups={groups}
            tags={tagsOf(page.items)}
            lang={tenant.locale}
          />
          <FeedList
            key={feedHref(view)}
            endpoint={feedEndpoint(view)}
            path={feedHref(view)}
            start={start}
            initial={page}
            now={Date.now()}
            lang={tenant.locale}
            member
            watch={whole && sort === "new" ? { seenAt } : undefined}
            empty={
              <div className="pt-6">
                <FeedNothing view={view} island={tenant.id} />
              </div>
            }
          />
        </section>
      </Messages>
    </div>
  );
}
