import Link from "next/link";
import { useTranslations } from "next-intl";
import { CommentThread } from "@/components/comments/comment-thread";
import { Markdown } from "@/components/markdown";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import type { CommentPage } from "@/lib/comments/schemas";
import type { FullPost } from "@/lib/posts/schemas";
import { AuthorLine } from "./author-line";
import { LikeButton } from "./like-button";
import { memberHref } from "./post-link";
import { PostMenu } from "./post-menu";
import { SaveButton } from "./save-button";
import { TagList } from "./tag-list";

interface PostArticleProps {
  post: FullPost;
  comments: CommentPage;
  /** Where the page of comments begins; null for the start of the thread. */
  start: string | null;
  replyTo: string | null;
  /** BCP 47 tag of what people write here. */
  lang: string;
  now: number;
  member: boolean;
  moderator: boolean;
}

/** A post to read, and what people answered. */
export function PostArticle(props: PostArticleProps) {
  const { post, comments, start, replyTo, lang, now, member, moderator } = props;
  const t = useTranslations("post");
  const feed = useTranslations("feed");
  // Only what the browser's part needs: the whole post would travel twice.
  const { id, author, liked, like_count } = post;
  const card = { id, author, mine: post.mine ?? false, pinned: post.pinned_at !== null };
  return (
    <>
      <article className="grid grid-cols-1 gap-5" aria-labelledby="post-title">
        <PostTitle post={post} lang={lang} />
        <div className="flex items-start justify-between gap-2">
          <AuthorLine
            author={post.author}
            createdAt={post.created_at}
            editedAt={post.edited_at}
            visibility={post.visibility}
            href={member ? memberHref(post.author.id) : undefined}
            now={now}
          />
          <PostMenu post={card} leaveTo="/" />
        </div>
        <Markdown source={post.body} lang={lang} idPrefix="post-" eagerPicture cards={post.links} />
        <TagList tags={post.tags} lang={lang} linked />
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
        className="mt-8 grid grid-cols-1 gap-4 scroll-mt-24"
      >
        <h2 id="comments-title" className="font-serif text-title font-medium tracking-title">
          {t("comments.title")}
        </h2>
        {start === null ? null : (
          <p>
            <LinkButton href={`/p/${post.id}#comments`} size="sm">
              {t("comments.fromStart")}
            </LinkButton>
          </p>
        )}
        <CommentThread
          key={start}
          postId={post.id}
          initial={comments}
          start={start}
          lang={lang}
          now={now}
          member={member}
          moderator={moderator}
          replyTo={replyTo}
        />
        {member ? null : (
          <Notice
            action={
              <LinkButton href="/about" size="sm">
                {t("page.joinAction")}
              </LinkButton>
            }
          >
            {t("page.joinToAnswer")}
          </Notice>
        )}
      </section>
    </>
  );
}

function PostTitle({ post, lang }: { post: FullPost; lang: string }) {
  const t = useTranslations("post.page");
  if (post.title === null) {
    return (
      <h1 id="post-title" className="sr-only">
        {t("untitled", { name: post.author.name })}
      </h1>
    );
  }
  return (
    <h1
      id="post-title"
      dir="auto"
      lang={lang}
      className="font-serif text-title-lg font-medium tracking-title text-balance [overflow-wrap:anywhere] sm:text-title-xl"
    >
      {post.title}
    </h1>
  );
}
