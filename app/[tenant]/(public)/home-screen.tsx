import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CommunityHome } from "@/components/community/community-home";
import { DoorPanel } from "@/components/community/door-panel";
import { Part } from "@/components/community/home-part";
import { FeedList } from "@/components/feed/feed-list";
import { JsonLd } from "@/components/json-ld";
import { PageDown } from "@/components/notices/page-down";
import { Messages } from "@/components/providers/messages";
import { EmptyState } from "@/components/ui/empty-state";
import { canInTenant } from "@/lib/auth/permissions";
import { unlessDown } from "@/lib/context/outage";
import { getTenantPage } from "@/lib/context/pages";
import { readCursor } from "@/lib/feed/cursor";
import { type CommunityFeed, getCommunityFeed } from "@/lib/feed/queries";
import { decideDoor } from "@/lib/memberships/rules";
import { describeCommunity } from "@/lib/seo/json-ld";
import type { CommunityHome as Home } from "@/lib/tenants/home-schemas";
import { findCommunityHome } from "@/lib/tenants/queries";

interface HomeScreenProps {
  /** The route's own param. */
  tenant: string;
  /** Where the list of public posts begins; null for the newest. */
  start?: string | null;
}

/** A community as it shows itself, with the way in for who does not belong to it yet. */
export async function HomeScreen({ tenant: param, start = null }: HomeScreenProps) {
  if (start !== null) return <PostsScreen tenant={param} start={start} />;
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
                rules={home.rules.trim() !== ""}
                networkName={common("networkName")}
              />
            </Messages>
          )
        }
        posts={door.state === "inside" ? null : <Preview home={home} lang={tenant.locale} />}
      />
    </Messages>
  );
}

async function Preview({ home, lang }: { home: Home; lang: string }) {
  if (!home.feed) return null;
  const t = await getTranslations("community.home");
  return (
    <Part title={t("recent")}>
      <PublicPosts feed={home.feed} lang={lang} start={null} />
    </Part>
  );
}

/** Older public posts, for visitors whose browser runs no scripts. */
async function PostsScreen({ tenant, start }: { tenant: string; start: string }) {
  const context = await getTenantPage(tenant);
  const loaded = await unlessDown(() =>
    getCommunityFeed(context, { before: readCursor(start ?? undefined) }),
  );
  if (!loaded.up) return <PageDown requestId={loaded.requestId} />;
  const t = await getTranslations("community.home");
  return (
    <div className="grid gap-2">
      <h1 className="font-serif text-title font-medium tracking-title">{t("recent")}</h1>
      <PublicPosts feed={loaded.value} lang={context.tenant.locale} start={start} />
    </div>
  );
}

async function PublicPosts(props: { feed: CommunityFeed; lang: string; start: string | null }) {
  const { feed, lang, start } = props;
  const t = await getTranslations("feed");
  return (
    <Messages of={["feed", "post"]}>
      <FeedList
        endpoint="/api/v1/feed"
        path="/"
        start={start}
        initial={{ items: feed.items, next: feed.next }}
        now={Date.now()}
        lang={lang}
        member={false}
        empty={<EmptyState title={t("emptyPublicTitle")} text={t("emptyPublicText")} headingLevel={3} />}
      />
    </Messages>
  );
}
