import Link from "next/link";
import { useTranslations } from "next-intl";
import { Pin } from "@/components/ui/icons";
import type { PostSummary } from "@/lib/posts/schemas";

/** What those who look after a community want everybody to see first. */
export function PinnedStrip({ posts, lang }: { posts: readonly PostSummary[]; lang: string }) {
  const t = useTranslations("feed");
  if (posts.length === 0) return null;
  return (
    <section aria-labelledby="pinned-title" className="border-y border-line py-3">
      <h2 id="pinned-title" className="sr-only">
        {t("pinnedPosts")}
      </h2>
      <ul className="grid gap-0.5">
        {posts.map((post) => (
          <li key={post.id}>
            <Link
              href={`/p/${post.id}`}
              prefetch={false}
              className="flex min-h-8 items-center gap-2.5 rounded-control hover:text-accent pointer-coarse:min-h-11"
            >
              <Pin aria-hidden size={16} className="shrink-0 text-accent" />
              <span dir="auto" lang={lang} className="min-w-0 truncate font-medium">
                {post.title ?? post.excerpt}
              </span>
              <bdi className="hidden shrink-0 text-sm text-ink-muted sm:inline">{post.author.name}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
