import type { Metadata, Viewport } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { CommentThread } from "@/components/comments/comment-thread";
import { MemberThread } from "@/components/comments/member-thread";
import { ReadHere } from "@/components/inbox/read-here";
import { PageDown } from "@/components/notices/page-down";
import { Messages } from "@/components/providers/messages";
import { SharedArticle } from "@/components/sharing/shared-article";
import { Notice } from "@/components/ui/notice";
import { canInTenant } from "@/lib/auth/permissions";
import { readThreadAddress, type ThreadPageProps } from "@/lib/comments/address";
import { unlessDown } from "@/lib/context/outage";
import { getTenantPage, requireTenantPage } from "@/lib/context/pages";
import { describePost } from "@/lib/posts/rules";
import { findSharedPostOnce } from "@/lib/sharing/queries";
import { communityUrl, networkUrl } from "@/lib/tenancy/links";

/** The page shrinks with the keyboard, so that what stands at its end stands above it. */
export const viewport: Viewport = { interactiveWidget: "resizes-content" };

export async function generateMetadata(props: ThreadPageProps): Promise<Metadata> {
  const { tenant: param, id, place } = await readThreadAddress(props);
  const { tenant } = await getTenantPage(param);
  const found = await findSharedPostOnce(id, place.comment, place.after, place.sort).catch(() => null);
  const robots = { index: false };
  if (!found) return { title: tenant.name, robots };
  const t = await getTranslations("post.page");
  const { title } = describePost(found.post);
  return { title: title ?? t("untitled", { name: found.post.author.name }), robots };
}

/** A post that came here from another community, as long as its share holds. */
export default async function SharedPage(props: ThreadPageProps) {
  const { tenant: param, id, place: wanted, reply } = await readThreadAddress(props);
  const { tenant, viewer, membership } = await requireTenantPage(param, "share.read");
  const loaded = await unlessDown(() => findSharedPostOnce(id, wanted.comment, wanted.after, wanted.sort));
  if (!loaded.up) return <PageDown requestId={loaded.requestId} />;
  const found = loaded.value;
  if (!found) notFound();
  const { post, comments, may_comment } = found;
  const moderator = canInTenant({ signedIn: viewer !== null, membership }, "post.pin");
  const place = { ...wanted, comment: found.comment };
  const at = { postId: post.id, lane: { share: id, home: post.tenant_id } };
  const thread = { at, initial: comments, place, lang: tenant.locale, now: Date.now() };
  const shown = `${place.comment} ${place.after} ${place.sort}`;
  return (
    <Messages of={["sharedPost", "thread"]}>
      {found.notices ? <ReadHere post={post.id} until={new Date(thread.now).toISOString()} /> : null}
      <SharedArticle
        found={found}
        at={at}
        community={tenant.name}
        place={place}
        missing={wanted.comment !== null && found.comment === null}
        network={new URL(networkUrl("/")).origin}
        homeOrigin={new URL(communityUrl(post.shared.home)).origin}
        now={thread.now}
      >
        {may_comment ? (
          <Messages of={["comments", "editing", "writing", "sending"]}>
            <MemberThread key={shown} {...thread} moderator={moderator} replyTo={reply} />
          </Messages>
        ) : (
          <ReadOnly name={tenant.name}>
            {comments.threads.length > 0 ? <CommentThread key={shown} {...thread} /> : null}
          </ReadOnly>
        )}
      </SharedArticle>
    </Messages>
  );
}

async function ReadOnly({ name, children }: { name: string; children: ReactNode }) {
  const t = await getTranslations("sharing.here");
  return (
    <>
      {children}
      <Notice>{t("readOnly", { community: name })}</Notice>
    </>
  );
}
