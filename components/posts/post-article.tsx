import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CommentsHead } from "@/components/comments/comments-head";
import { Markdown } from "@/components/markdown";
import { SharePanel } from "@/components/sharing/share-panel";
import { historyHref } from "@/lib/comments/links";
import type { CommentPage, CommentPlace } from "@/lib/comments/schemas";
import type { FullPost } from "@/lib/posts/schemas";
import type { SharePanel as Shares } from "@/lib/sharing/schemas";
import { AuthorLine } from "./author-line";
import { LikeButton } from "./like-button";
import { memberHref } from "./post-link";
import { PostMenu } from "./post-menu";
import { PostTitle } from "./post-title";
import { SaveButton } from "./save-button";
import { TagList } from "./tag-list";
import { VisibleTo } from "./visible-to";

interface PostArticleProps {
  post: FullPost;
  /** Name of its community. */
  community: string;
  comments: CommentPage;
  place: CommentPlace;
  /** Where it stands in other communities; null for who is not told. */
  stands: Shares | null;
  /** Whether the comment that the address names is not there. */
  missing: boolean;
  /** BCP 47 tag of what people write here. */
  lang: string;
  now: number;
  member: boolean;
  /** The threads, as this reader gets them, and what stands below. */
  children: ReactNode;
}

/** A post to read, and what people answered. */
export function PostArticle(props: PostArticleProps) {
  const { post, community, comments, place, stands, missing, lang, now, member, children } = props;
  const feed = useTranslations("feed");
  // Only what the browser's part needs: the whole post would travel twice.
  const { id, author, liked, like_count, visibility } = post;
  const card = { id, author, visibility, mine: post.mine ?? false, pinned: post.pinned_at !== null };
  return (
    <>
      <article className="grid grid-cols-1 gap-5" aria-labelledby="post-title">
        <PostTitle post={post} lang={lang} />
        <div className="flex items-start justify-between gap-2">
          <AuthorLine
            author={post.author}
            createdAt={post.created_at}
            editedAt={post.edited_at}
            href={member ? memberHref(post.author.id) : undefined}
            historyHref={historyHref(id)}
            now={now}
          />
          <PostMenu post={card} leaveTo="/" />
        </div>
        <Markdown source={post.body} lang={lang} idPrefix="post-" eagerPicture cards={post.links} />
        <TagList types={post.types} tags={post.tags} lang={lang} linked />
        <VisibleTo visibility={post.visibility} community={community} />
        {stands ? <SharePanel shares={stands} now={now} /> : null}
        <div className="flex items-center gap-2 border-b border-line pb-4 [&>:first-child]:-ms-2">
          <LikeButton post={{ id, liked, like_count }} allowed={member} />
          {member ? <SaveButton post={{ id, saved: post.saved }} /> : null}
          <Link href="#comments" className="px-2 text-sm text-ink-muted hover:text-ink">
            {feed("comments", { count: post.comment_count })}
          </Link>
        </div>
      </article>
      <section
        id="comments"
        aria-labelledby="comments-title"
        className="group/comments mt-8 grid grid-cols-1 gap-4 scroll-mt-24"
      >
        <CommentsHead
          at={{ postId: id }}
          page={comments}
          place={place}
          missing={missing}
          count={post.comment_count}
        />
        {children}
      </section>
    </>
  );
}
