import type { Metadata, Viewport } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CommentThread } from "@/components/comments/comment-thread";
import { MemberThread } from "@/components/comments/member-thread";
import { ReadHere } from "@/components/inbox/read-here";
import { JsonLd } from "@/components/json-ld";
import { PageDown } from "@/components/notices/page-down";
import { MayNotAnswer } from "@/components/posts/may-not-answer";
import { PostArticle } from "@/components/posts/post-article";
import { PostGone } from "@/components/posts/post-gone";
import { Messages } from "@/components/providers/messages";
import { canInTenant } from "@/lib/auth/permissions";
import { readThreadAddress, type ThreadPageProps } from "@/lib/comments/address";
import { unlessDown } from "@/lib/context/outage";
import { getTenantPage } from "@/lib/context/pages";
import { wantStatus } from "@/lib/http/response-status";
import { findPostOnce } from "@/lib/posts/queries";
import { describePost } from "@/lib/posts/rules";
import { describePosting } from "@/lib/seo/json-ld";
import { describeCommunityPage } from "@/lib/seo/metadata";

/** The page shrinks with the keyboard, so that what stands at its end stands above it. */
export const viewport: Viewport = { interactiveWidget: "resizes-content" };

export async function generateMetadata(props: ThreadPageProps): Promise<Metadata> {
  const { tenant: param, id, place } = await readThreadAddress(props);
  const { tenant } = await getTenantPage(param);
  const found = await findPostOnce(id, place.comment, place.after, place.sort).catch(() => null);
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
export default async function PostPage(props: ThreadPageProps) {
  const { tenant: param, id, place: wanted, reply } = await readThreadAddress(props);
  const { tenant, viewer, membership, requestId } = await getTenantPage(param);
  const loaded = await unlessDown(() => findPostOnce(id, wanted.comment, wanted.after, wanted.sort));
  if (!loaded.up) return <PageDown requestId={loaded.requestId} />;
  const found = loaded.value;
  if (!found) notFound();
  if (found.state === "removed") {
    wantStatus(requestId, 410);
    return <PostGone by={found.removed_by} />;
  }
  const { post, comments, stands } = found;
  const t = await getTranslations("post.page");
  const name = post.title ?? t("untitled", { name: post.author.name });
  const open = tenant.privacy === "public" && post.visibility === "public";
  const asker = { signedIn: viewer !== null, membership };
  const member = canInTenant(asker, "comment.create");
  const place = { ...wanted, comment: found.comment };
  const thread = { at: { postId: id }, initial: comments, place, lang: tenant.locale, now: Date.now() };
  const shown = `${place.comment} ${place.after} ${place.sort}`;
  return (
    <Messages of={["post", "thread"]}>
      {found.notices ? <ReadHere post={id} until={new Date(thread.now).toISOString()} /> : null}
      {open ? <JsonLd data={describePosting(tenant, post, name)} /> : null}
      <PostArticle
        post={post}
        community={tenant.name}
        comments={comments}
        place={place}
        stands={stands}
        missing={wanted.comment !== null && found.comment === null}
        lang={tenant.locale}
        now={thread.now}
        member={member}
      >
        {member ? (
          <Messages of={["comments", "editing", "writing", "sending"]}>
            <MemberThread
              key={shown}
              {...thread}
              moderator={canInTenant(asker, "post.pin")}
              replyTo={reply}
            />
          </Messages>
        ) : (
          <>
            <CommentThread key={shown} {...thread} />
            <MayNotAnswer status={membership?.status ?? null} />
          </>
        )}
      </PostArticle>
    </Messages>
  );
}
