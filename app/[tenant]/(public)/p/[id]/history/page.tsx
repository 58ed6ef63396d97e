import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { RemoveRevision } from "@/components/history/remove-revision";
import { VersionList } from "@/components/history/version-list";
import { PageTitle } from "@/components/layout/page-title";
import { PageDown } from "@/components/notices/page-down";
import { Messages } from "@/components/providers/messages";
import { LinkButton } from "@/components/ui/link-button";
import { canInTenant } from "@/lib/auth/permissions";
import { commentHref } from "@/lib/comments/links";
import { unlessDown } from "@/lib/context/outage";
import { getTenantPage } from "@/lib/context/pages";
import { findHistory } from "@/lib/posts/history";

interface PageProps {
  params: Promise<{ tenant: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("post.history");
  return { title: t("title"), robots: { index: false } };
}

/** What a post, or one of its comments, said before it was edited: for whoever may read it. */
export default async function HistoryPage({ params, searchParams }: PageProps) {
  const [{ tenant: param, id }, { comment: named }] = await Promise.all([params, searchParams]);
  const { tenant, viewer, membership } = await getTenantPage(param);
  const comment = named === undefined ? null : z.uuid().safeParse(named).data;
  if (!z.uuid().safeParse(id).success || comment === undefined) notFound();
  const loaded = await unlessDown(() => findHistory(id, comment));
  if (!loaded.up) return <PageDown requestId={loaded.requestId} />;
  const history = loaded.value;
  if (!history) notFound();
  const t = await getTranslations("post.history");
  const { versions, author, postTitle, lane } = history;
  const list = { versions, lang: tenant.locale, author: author.name };
  const edited = versions.length > 1;
  const moderator = canInTenant({ signedIn: viewer !== null, membership }, "revision.remove");
  return (
    <>
      <PageTitle
        title={postTitle && !comment ? <bdi>{t("titleOf", { title: postTitle })}</bdi> : t("title")}
        text={comment ? t("ofComment", { name: author.name }) : t("ofPost")}
        action={
          <LinkButton href={comment ? commentHref({ postId: id, lane }, comment) : `/p/${id}`} size="sm">
            {t(comment ? "backComment" : "back")}
          </LinkButton>
        }
      />
      {edited ? null : <p className="text-ink-muted">{t("none")}</p>}
      {edited && moderator ? (
        <Messages of={["history"]}>
          <VersionList {...list} tools={(revision) => <RemoveRevision id={revision} />} />
        </Messages>
      ) : null}
      {edited && !moderator ? <VersionList {...list} /> : null}
    </>
  );
}
