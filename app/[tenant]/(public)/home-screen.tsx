import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CommunityHome } from "@/components/community/community-home";
import { DoorPanel } from "@/components/community/door-panel";
import { Part } from "@/components/community/home-part";
import { FeedControls } from "@/components/feed/feed-controls";
import { FeedList } from "@/components/feed/feed-list";
import { FeedNothing } from "@/components/feed/feed-nothing";
import { JsonLd } from "@/components/json-ld";
import { PageDown } from "@/components/notices/page-down";
import { Messages } from "@/components/providers/messages";
import { canInTenant } from "@/lib/auth/permissions";
import { unlessDown } from "@/lib/context/outage";
import { getTenantPage } from "@/lib/context/pages";
import { parseFeedCursor } from "@/lib/feed/cursor";
import { getCommunityFeed } from "@/lib/feed/queries";
import type { CommunityFeed } from "@/lib/feed/schemas";
import { type FeedView, feedEndpoint, feedHref, isNarrowed, tagsOf, WHOLE_FEED } from "@/lib/feed/views";
import { decideDoor } from "@/lib/memberships/rules";
import { describeCommunity } from "@/lib/seo/json-ld";
import type { CommunityHome as Home } from "@/lib/tenants/home-schemas";
import { findCommunityHome } from "@/lib/tenants/queries";
import type { Tenant } from "@/lib/tenants/schemas";

interface HomeScreenProps {
  /** The route's own param. */
  tenant: string;
  /** Where the list of public posts begins; null for its beginning. */
  start?: string | null;
  /** The order and part of the list that the address asks for. */
  view?: FeedView;
}

/** A community as it shows itself, with the way in for who does not belong to it yet. */
export async function HomeScreen({ tenant: param, start = null, view = WHOLE_FEED }: HomeScreenProps) {
  if (start !== null || view.sort !== null || isNarrowed(view)) {
    return <PostsScreen tenant={param} start={start} view={view} />;
  }
  const { tenant, viewer, membership } = await getTenantPage(param);
  const loaded = await unlessDown(findCommunityHome);
  if (!loaded.up) return <PageDown requestId={loaded.requestId} />;
  const home = loaded.value;
  if (!home) notFound();
  const common = await getTranslations("common");
  const asker = { signedIn: viewer !== null, membership };
  const door = decideDoor(tenant, asker.signedIn, membership);
  return (
    <Messages of={["eventTime"]}>
      {tenant.privacy === "public" ? <JsonLd data={describeCommunity(tenant)} /> : null}
      <CommunityHome
        tenant={tenant}
        home={home}
        viewerZone={viewer?.time_zone ?? null}
        admin={canInTenant(asker, "community.settings")}
        door={
          door.state === "inside" ? null : (
            <Messages of={["join"]}>
              <DoorPanel
                door={door}
                name={tenant.name}
                rules={home.rules.trim() ? home.rules_version : null}
                networkName={common("networkName")}
              />
            </Messages>
          )
        }
        posts={door.state === "inside" ? null : <Preview home={home} tenant={tenant} />}
      />
    </Messages>
  );
}

async function Preview({ home, tenant }: { home: Home; tenant: Tenant }) {
  if (!home.feed) return null;
  const t = await getTranslations("community.home");
  return (
    <Part title={t("recent")}>
      <PublicPosts feed={home.feed} tenant={tenant} start={null} view={WHOLE_FEED} />
    </Part>
  );
}

/** Public posts by themselves: in another order, under a tag, or older ones where a browser runs no scripts. */
async function PostsScreen({ tenant, start, view }: Required<HomeScreenProps>) {
  const context = await getTenantPage(tenant);
  const before = start === null ? null : parseFeedCursor(start);
  const loaded = await unlessDown(() => getCommunityFeed(context, { before, view }));
  if (!loaded.up) return <PageDown requestId={loaded.requestId} />;
  const t = await getTranslations("community.home");
  return (
    <div className="grid gap-2">
      <h1 className="font-serif text-title font-medium tracking-title">{t("recent")}</h1>
      <PublicPosts feed={loaded.value} tenant={context.tenant} start={start} view={view} />
    </div>
  );
}

interface PublicPostsProps {
  feed: CommunityFeed;
  tenant: Tenant;
  start: string | null;
  view: FeedView;
}

async function PublicPosts({ feed, tenant, start, view: asked }: PublicPostsProps) {
  const view = { ...asked, sort: feed.sort };
  const empty = feed.items.length === 0 && asked === WHOLE_FEED;
  return (
    <Messages of={["feed", "post", "feedSort"]}>
      {empty ? null : <FeedControls view={view} groups={[]} tags={tagsOf(feed.items)} lang={tenant.locale} />}
      <FeedList
        key={feedHref(view)}
        endpoint={feedEndpoint(view)}
        path={feedHref(view)}
        start={start}
        initial={{ items: feed.items, next: feed.next }}
        now={Date.now()}
        lang={tenant.locale}
        member={false}
        watch={start === null && feed.sort === "new" && !isNarrowed(view) ? { seenAt: undefined } : undefined}
        empty={<FeedNothing view={view} island={tenant.id} visitor />}
      />
    </Messages>
  );
}
