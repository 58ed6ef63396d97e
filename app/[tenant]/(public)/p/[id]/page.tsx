import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { JsonLd } from "@/components/json-ld";
import { PageDown } from "@/components/notices/page-down";
import { PostArticle } from "@/components/posts/post-article";
import { PostGone } from "@/components/posts/post-gone";
import { Messages } from "@/components/providers/messages";
import { canInTenant } from "@/lib/auth/permissions";
import { parsePath } from "@/lib/comments/cursor";
import { unlessDown } from "@/lib/context/outage";
import { getTenantPage } from "@/lib/context/pages";
import { wantStatus } from "@/lib/http/response-status";
import { findPostOnce } from "@/lib/posts/queries";
import { describePost } from "@/lib/posts/rules";
import { describePosting } from "@/lib/seo/json-ld";
import { describeCommunityPage } from "@/lib/seo/metadata";

interface PageProps {
  params: Promise<{ tenant: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What the address says: the post, where its comments begin, which of them is being answered. */
async function readAddress({ params, searchParams }: PageProps) {
  const [{ tenant, id }, { after, reply }] = await Promise.all([params, searchParams]);
  if (!z.uuid().safeParse(id).success) notFound();
  return {
    tenant,
    id,
    start: typeof after === "string" && parsePath(after) ? after : null,
    reply: typeof reply === "string" ? reply : null,
  };
}

export async function generateMetadata(props: PageProps): Promise<Metadata> {
  const { tenant: param, id, start } = await readAddress(props);
  const { tenant } = await getTenantPage(param);
  const found = await findPostOnce(id, start).catch(() => null);
  if (found?.state !== "visible") return { title: tenant.name };
  const t = await getTranslations("post.page");
  const { title, description } = describePost(found.post);
  const name = title ?? t("untitled", { name: found.post.author.name });
  return describeCommunityPage(tenant, {
    title: name,
    description,
    path: `/p/${found.post.id}`,
    type: "article",
    picture: `/p/${found.post.id}/og.png`,
    open: found.post.visibility === "public",
  });
}

/** A post with its comments. One that was removed says so; one that is not for this person is not there. */
export default async function PostPage(props: PageProps) {
  const { tenant: param, id, start, reply } = await readAddress(props);
  const { tenant, viewer, membership, requestId } = await getTenantPage(param);
  const loaded = await unlessDown(() => findPostOnce(id, start));
  if (!loaded.up) return <PageDown requestId={loaded.requestId} />;
  const found = loaded.value;
  if (!found) notFound();
  if (found.state === "removed") {
    wantStatus(requestId, 410);
    return <PostGone by={found.removed_by} />;
  }
  const { post } = found;
  const t = await getTranslations("post.page");
  const name = post.title ?? t("untitled", { name: post.author.name });
  const open = tenant.privacy === "public" && post.visibility === "public";
  const asker = { signedIn: viewer !== null, membership };
  return (
    <Messages of={["post", "comments", "editing", "writing", "sending"]}>
      {open ? <JsonLd data={describePosting(tenant, post, name)} /> : null}
      <PostArticle
        post={post}
        comments={found.comments}
        start={start}
        replyTo={reply}
        lang={tenant.locale}
        now={Date.now()}
        member={canInTenant(asker, "comment.create")}
        moderator={canInTenant(asker, "post.pin")}
      />
    </Messages>
  );
}
