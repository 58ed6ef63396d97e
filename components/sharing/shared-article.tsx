import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CommentsHead } from "@/components/comments/comments-head";
import { Markdown } from "@/components/markdown";
import { AuthorLine } from "@/components/posts/author-line";
import { LikeCount } from "@/components/posts/like-count";
import { PostMenu } from "@/components/posts/post-menu";
import { PostTitle } from "@/components/posts/post-title";
import { TagList } from "@/components/posts/tag-list";
import type { Discussion } from "@/lib/comments/links";
import type { CommentPlace } from "@/lib/comments/schemas";
import { mediaBaseFrom } from "@/lib/media/addresses";
import type { SharedPost } from "@/lib/sharing/queries";
import { HomeBadge } from "./home-badge";

interface SharedArticleProps {
  found: SharedPost;
  at: Discussion;
  /** Name of the community that it came to. */
  community: string;
  place: CommentPlace;
  /** Whether the comment that the address names is not there. */
  missing: boolean;
  /** Origin of the network's host. */
  network: string;
  /** Origin of the host of the post's home. */
  homeOrigin: string;
  now: number;
  /** The lane of the community, as this reader gets it. */
  children: ReactNode;
}

/** A post that came from another community, and what this one says about it. */
export function SharedArticle(props: SharedArticleProps) {
  const { found, at, community, place, missing, network, homeOrigin, now, children } = props;
  const { post, home, comments } = found;
  const { shared } = post;
  const t = useTranslations("sharing.here");
  const card = { id: post.id, author: post.author, visibility: post.visibility, shared, pinned: false };
  const lane = t("lane", { community, home: shared.home.name });
  return (
    <>
      <article className="grid grid-cols-1 gap-5" aria-labelledby="post-title">
        <HomeBadge found={found} community={community} network={network} />
        <PostTitle post={post} lang={home.locale} />
        <div className="flex items-start justify-between gap-2">
          <AuthorLine author={post.author} createdAt={post.created_at} editedAt={post.edited_at} now={now} />
          <PostMenu post={{ ...card, mine: post.mine ?? false }} leaveTo="/" />
        </div>
        <Markdown
          source={post.body}
          lang={home.locale}
          idPrefix="post-"
          eagerPicture
          cards={post.links}
          linkBase={homeOrigin}
          mediaBase={mediaBaseFrom(post.tenant_id)}
        />
        <TagList types={post.types} tags={post.tags} lang={home.locale} linked={false} />
        <div className="border-b border-line pb-4">
          <span className="-ms-2">
            <LikeCount count={post.like_count} />
          </span>
        </div>
      </article>
      <section
        id="comments"
        aria-labelledby="comments-title"
        className="group/comments mt-8 grid grid-cols-1 gap-4 scroll-mt-24"
      >
        <CommentsHead
          at={at}
          page={comments}
          place={place}
          missing={missing}
          count={shared.lane_count}
          title={t("title", { community })}
          note={lane}
        />
        {children}
      </section>
    </>
  );
}
