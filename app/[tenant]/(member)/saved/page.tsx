import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FeedList } from "@/components/feed/feed-list";
import { PageTitle } from "@/components/layout/page-title";
import { PageDown } from "@/components/notices/page-down";
import { Messages } from "@/components/providers/messages";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { getSavedPosts } from "@/lib/bookmarks/queries";
import { unlessDown } from "@/lib/context/outage";
import { requireTenantPage } from "@/lib/context/pages";
import { readCursor } from "@/lib/feed/cursor";
import { type PageQuery, readParam } from "@/lib/http/search-params";

interface PageProps {
  params: Promise<{ tenant: string }>;
  searchParams: PageQuery;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("feed.saved"))("title") };
}

/** What a member keeps for later in this community. */
export default async function SavedPage({ params, searchParams }: PageProps) {
  const { db, tenant } = await requireTenantPage((await params).tenant, "post.save");
  const wanted = await readParam(searchParams, "before");
  const before = readCursor(wanted);
  const loaded = await unlessDown(() => getSavedPosts(db, { tenant: tenant.id, before }));
  if (!loaded.up) return <PageDown requestId={loaded.requestId} />;
  const { items, next } = loaded.value;
  const t = await getTranslations("feed.saved");
  return (
    <>
      <PageTitle title={t("title")} text={t("text")} />
      <Messages of={["feed", "post"]}>
        <FeedList
          endpoint="/api/v1/saved"
          path="/saved"
          start={before ? wanted : null}
          initial={{ items, next }}
          now={Date.now()}
          lang={tenant.locale}
          member
          headingLevel={2}
          empty={
            <EmptyState
              title={t("emptyTitle")}
              text={t("emptyText")}
              action={<LinkButton href="/">{t("emptyAction")}</LinkButton>}
            />
          }
        />
      </Messages>
    </>
  );
}
