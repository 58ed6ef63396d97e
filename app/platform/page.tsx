import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/layout/page-title";
import { PageDown } from "@/components/notices/page-down";
import { CommunityTable } from "@/components/platform/community-table";
import { Messages } from "@/components/providers/messages";
import { EmptyState } from "@/components/ui/empty-state";
import { Search } from "@/components/ui/icons";
import { Input } from "@/components/ui/input";
import { LinkButton } from "@/components/ui/link-button";
import { Pager } from "@/components/ui/load-more";
import { SubmitButton } from "@/components/ui/submit-button";
import { canOnPlatform } from "@/lib/auth/permissions";
import { unlessDown } from "@/lib/context/outage";
import { requirePlatformPage } from "@/lib/context/pages";
import { readCursor } from "@/lib/feed/cursor";
import { type PageQuery, readParam } from "@/lib/http/search-params";
import { listPlatformCommunities } from "@/lib/platform/queries";

/** The mother app: every community, its state and its size. */
export default async function PlatformPage({ searchParams }: { searchParams: PageQuery }) {
  const t = await getTranslations("platform");
  const { db, viewer } = await requirePlatformPage();
  const query = (await readParam(searchParams, "q")).trim();
  const before = readCursor(await readParam(searchParams, "before")) ?? undefined;
  const loaded = await unlessDown(() => listPlatformCommunities(db, { query, before }));
  if (!loaded.up) return <PageDown requestId={loaded.requestId} />;
  const { items, next } = loaded.value;
  const address = (params: Record<string, string>) => {
    const text = new URLSearchParams({ ...(query ? { q: query } : {}), ...params }).toString();
    return text ? `/?${text}` : "/";
  };
  return (
    <>
      <PageTitle title={t("title")} text={t("text")} />
      <search>
        <form action="/" className="mb-6 flex flex-wrap gap-2">
          <Input
            key={query}
            type="search"
            name="q"
            aria-label={t("searchLabel")}
            placeholder={t("searchLabel")}
            defaultValue={query}
            maxLength={80}
            className="min-w-0 flex-1 basis-40"
          />
          <SubmitButton variant="outline" icon={<Search aria-hidden size={18} />}>
            {t("search")}
          </SubmitButton>
          {query ? (
            <LinkButton href="/" variant="quiet">
              {t("clear")}
            </LinkButton>
          ) : null}
        </form>
      </search>
      {items.length === 0 ? (
        <EmptyState
          title={t(query ? "noMatchTitle" : "emptyTitle")}
          text={t(query ? "noMatchText" : "emptyText")}
          action={query ? <LinkButton href="/">{t("clear")}</LinkButton> : undefined}
        />
      ) : (
        <Messages of={["platformStatus"]}>
          <CommunityTable
            communities={items}
            mayChange={canOnPlatform(viewer.staff_role, "communities.set_status")}
          />
        </Messages>
      )}
      <Pager
        label={t("pages")}
        newer={before ? { href: address({}), label: t("backToNewest") } : undefined}
        older={next ? { href: address({ before: next }), label: t("older") } : undefined}
      />
    </>
  );
}

export async function generateMetadata() {
  return { title: (await getTranslations("platform"))("name"), robots: { index: false } };
}
