import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { PageTitle } from "@/components/layout/page-title";
import { ColumnDown } from "@/components/network/column-states";
import { PageColumn } from "@/components/network/page-column";
import { Messages } from "@/components/providers/messages";
import { ShareForm } from "@/components/sharing/share-form";
import { SharedThing } from "@/components/sharing/shared-thing";
import { EmptyState } from "@/components/ui/empty-state";
import { ArrowLeft } from "@/components/ui/icons";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { unlessDown } from "@/lib/context/outage";
import { requireNetworkPage } from "@/lib/context/pages";
import { type PageQuery, readParam } from "@/lib/http/search-params";
import { getShareChoices } from "@/lib/sharing/queries";
import type { ShareChoices } from "@/lib/sharing/schemas";
import { isSlugShaped } from "@/lib/tenancy/slug";
import { goPath } from "@/lib/tenants/directory-rules";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sharing.page");
  return { title: t("metaTitle"), robots: { index: false } };
}

/** What the address says: the post's home, the post, and the share by which one reads it elsewhere. */
async function readAddress(query: PageQuery) {
  const [from, post, via] = await Promise.all(["from", "post", "via"].map((name) => readParam(query, name)));
  const ids = z.object({ post: z.uuid(), via: z.union([z.uuid(), z.literal("").transform(() => null)]) });
  const parsed = ids.safeParse({ post, via });
  if (!parsed.success || !from || !isSlugShaped(from)) notFound();
  return { from, ...parsed.data };
}

/** Where one brings a post into others of one's communities. */
export default async function SharePage({ searchParams }: { searchParams: PageQuery }) {
  const { db } = await requireNetworkPage();
  const address = await readAddress(searchParams);
  const loaded = await unlessDown(() => getShareChoices(db, address));
  if (!loaded.up) return <ColumnDown requestId={loaded.requestId} />;
  const choices = loaded.value;
  if (!choices) notFound();
  const t = await getTranslations("sharing.page");
  const { post, via } = address;
  return (
    <PageColumn>
      <PageTitle title={t("title")} text={t("text", { home: choices.home.name })} />
      <div className="grid grid-cols-1 gap-7">
        <SharedThing {...choices} />
        <Ways choices={choices} post={post} via={via} />
        {/* The way leads through a hand-off to another host: a plain link. */}
        <a
          href={backPath(choices, post, via)}
          className="inline-flex min-h-11 items-center gap-2 justify-self-start text-ink-muted hover:text-ink"
        >
          <ArrowLeft aria-hidden size={18} className="rtl:-scale-x-100" />
          {t("back")}
        </a>
      </div>
    </PageColumn>
  );
}

function backPath({ home, via_in }: ShareChoices, post: string, via: string | null): string {
  return via_in && via ? goPath(via_in.slug, `/shared/${via}`) : goPath(home.slug, `/p/${post}`);
}

async function Ways(props: { choices: ShareChoices; post: string; via: string | null }) {
  const { choices } = props;
  const t = await getTranslations("sharing");
  const home = choices.home.name;
  if (choices.obstacle) {
    return (
      <Notice title={t("page.nowhere")}>{t(`obstacles.${choices.obstacle}`, { home, name: home })}</Notice>
    );
  }
  if (choices.communities.length === 0) {
    return (
      <EmptyState
        title={t("page.noOthers")}
        text={t("page.noOthersText", { home })}
        action={<LinkButton href="/communities">{t("page.directory")}</LinkButton>}
      />
    );
  }
  return (
    <Messages of={["form", "sharing", "revoke"]}>
      <ShareForm {...props} />
    </Messages>
  );
}
