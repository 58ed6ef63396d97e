import Link from "next/link";
import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { AuthorLine } from "@/components/posts/author-line";
import { LikeButton } from "@/components/posts/like-button";
import { memberHref, type PostPlace, postHref, sharedHref } from "@/components/posts/post-link";
import { PostMenu } from "@/components/posts/post-menu";
import { SaveButton } from "@/components/posts/save-button";
import { SharedFrom } from "@/components/posts/shared-from";
import { TagList } from "@/components/posts/tag-list";
import { buttonClasses } from "@/components/ui/button-classes";
import { Count } from "@/components/ui/count";
import { MessageCircle, Pin } from "@/components/ui/icons";
import type { PostSummary } from "@/lib/posts/schemas";

/** The community of a card in a list of several. `chip` is a rendered `CommunityChip`. */
export interface CardPlace extends PostPlace {
  chip: ReactNode;
  /** Stands where the post's own menu would; it knows the post by `useCardPost`. */
  menu?: ReactNode;
}

interface PostCardProps {
  post: PostSummary;
  /** BCP 47 tag of what people write here. */
  lang: string;
  now: number;
  /** Whether this person may like and answer here. */
  member: boolean;
  /** Given where posts of several communities stand together. */
  place?: CardPlace;
  /** The other communities of the list where it stands too. */
  also?: readonly CardPlace[];
  /** Level of the heading; 3 unless given. */
  headingLevel?: 2 | 3;
}

/** A post in a list. The title leads to it; a card without one is led by its text. */
export function PostCard(props: PostCardProps) {
  const { post, lang, now, member, place, also, headingLevel = 3 } = props;
  const t = useTranslations("feed");
  const shared = post.shared ?? null;
  const href = shared ? sharedHref(shared.id, place) : postHref(post.id, place);
  const comments = shared ? shared.lane_count : post.comment_count;
  return (
    <article
      id={`post-${post.id}`}
      data-post
      aria-labelledby={`post-${post.id}-title`}
      className="relative grid grid-cols-1 gap-3 border-b border-line py-6 focus-visible:rounded-control focus-visible:outline-offset-4"
    >
      <div className="flex items-start justify-between gap-2">
        <div className="grid min-w-0 gap-2.5">
          {place ? (
            <div className="relative z-10 flex flex-wrap gap-2 justify-self-start">
              {place.chip}
              {also?.map(({ slug, chip }) => (
                <Fragment key={slug}>{chip}</Fragment>
              ))}
            </div>
          ) : null}
          {shared ? <SharedFrom badge={shared} /> : null}
          <AuthorLine
            author={post.author}
            createdAt={post.created_at}
            editedAt={post.edited_at}
            visibility={post.visibility}
            href={member && !shared ? memberHref(post.author.id, place) : undefined}
            now={now}
          />
        </div>
        <div className="relative z-10">{place?.menu ?? <PostMenu post={post} place={place} />}</div>
      </div>
      <Words post={post} lang={lang} href={href} level={headingLevel} />
      <TagList types={post.types} tags={post.tags} lang={lang} linked={place === undefined && !shared} />
      <div className="relative z-10 -ms-2 flex flex-wrap items-center gap-x-2 justify-self-start">
        <LikeButton post={post} allowed={member && !shared} community={place?.slug} />
        <PostLink
          href={`${href}${place ? "%23comments" : "#comments"}`}
          className={`${buttonClasses({ variant: "quiet", size: "sm" })} px-2`}
        >
          <MessageCircle aria-hidden size={18} />
          <span data-figures aria-hidden>
            <Count value={comments} />
          </span>
          <span className="sr-only">{t("comments", { count: comments })}</span>
        </PostLink>
        {(member || place) && !shared ? <SaveButton post={post} community={place?.slug} /> : null}
        {post.pinned ? (
          <span className="inline-flex items-center gap-1.5 px-2 text-sm text-ink-muted">
            <Pin aria-hidden size={16} />
            {t("pinned")}
          </span>
        ) : null}
      </div>
    </article>
  );
}

interface WordsProps {
  post: PostSummary;
  lang: string;
  href: string;
  level: 2 | 3;
}

function Words({ post, lang, href, level }: WordsProps) {
  const Heading = `h${level}` as const;
  const t = useTranslations("feed");
  const cover = "after:absolute after:inset-0 hover:text-accent";
  const id = `post-${post.id}-title`;
  if (post.title === null) {
    return (
      <>
        <Heading id={id} className="sr-only">
          {t("untitled", { name: post.author.name })}
        </Heading>
        <p dir="auto" lang={lang} className="[overflow-wrap:anywhere]">
          <PostLink href={href} className={cover} opens>
            {post.excerpt || t("untitled", { name: post.author.name })}
          </PostLink>
        </p>
      </>
    );
  }
  return (
    <div className="grid gap-1.5" lang={lang}>
      <Heading
        id={id}
        dir="auto"
        className="font-serif text-title-sm font-medium tracking-title [overflow-wrap:anywhere]"
      >
        <PostLink href={href} className={cover} opens>
          {post.title}
        </PostLink>
      </Heading>
      {post.excerpt ? (
        <p dir="auto" className="line-clamp-4 text-ink-muted [overflow-wrap:anywhere]">
          {post.excerpt}
        </p>
      ) : null}
    </div>
  );
}

/** A hand-off leads to another host, where the router cannot go by itself. */
function PostLink(props: { href: string; className: string; opens?: boolean; children: ReactNode }) {
  const { href, className, opens, children } = props;
  const key = opens ? "open" : undefined;
  if (href.startsWith("/go/")) {
    return (
      <a href={href} className={className} data-key={key}>
        {children}
      </a>
    );
  }
  return (
    <Link href={href} prefetch={false} className={className} data-key={key}>
      {children}
    </Link>
  );
}
