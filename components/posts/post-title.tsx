import { useTranslations } from "next-intl";
import type { FullPost } from "@/lib/posts/schemas";

interface PostTitleProps {
  post: Pick<FullPost, "title" | "author">;
  lang: string;
}

/** The title of the post that a page is about; one without is named by its author, for those who listen. */
export function PostTitle({ post, lang }: PostTitleProps) {
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
