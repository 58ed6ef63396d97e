import Link from "next/link";
import { feedHref, WHOLE_FEED } from "@/lib/feed/views";

interface TagListProps {
  tags: readonly string[];
  lang: string;
  /** Each leads to what else stands under it: on the community's own host. */
  linked?: boolean;
}

/** The tags of a post, as its community writes them. */
export function TagList({ tags, lang, linked }: TagListProps) {
  if (tags.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-3 gap-y-1 text-sm text-ink-muted" lang={lang}>
      {tags.map((tag) => (
        <li key={tag} className="max-w-full truncate">
          {linked ? (
            <Link
              href={feedHref({ ...WHOLE_FEED, tag })}
              prefetch={false}
              className="relative z-10 hover:text-accent hover:underline pointer-coarse:inline-block pointer-coarse:py-2"
            >
              <Tag tag={tag} />
            </Link>
          ) : (
            <Tag tag={tag} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Tag({ tag }: { tag: string }) {
  return (
    <bdi>
      <span aria-hidden>#</span>
      {tag}
    </bdi>
  );
}
