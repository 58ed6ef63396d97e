import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { feedHref, WHOLE_FEED } from "@/lib/feed/views";
import type { PostType } from "@/lib/posts/limits";
import { TYPE_ICONS } from "./type-icons";

interface TagListProps {
  types?: readonly PostType[];
  tags: readonly string[];
  lang: string;
  /** Each leads to what else stands under it: on the community's own host. */
  linked?: boolean;
}

/** What types of post this is, and its tags as its community writes them. */
export function TagList({ types = [], tags, lang, linked }: TagListProps) {
  const t = useTranslations("feed.type");
  if (types.length + tags.length === 0) return null;
  return (
    <ul className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-muted">
      {types.map((type) => {
        const Icon = TYPE_ICONS[type];
        return (
          <Mark key={type} href={linked ? feedHref({ ...WHOLE_FEED, type }) : null}>
            <span className="inline-flex items-center gap-1.5">
              <Icon aria-hidden size={16} />
              {t(type)}
            </span>
          </Mark>
        );
      })}
      {tags.map((tag) => (
        <Mark key={`#${tag}`} href={linked ? feedHref({ ...WHOLE_FEED, tag }) : null} lang={lang}>
          <bdi>
            <span aria-hidden>#</span>
            {tag}
          </bdi>
        </Mark>
      ))}
    </ul>
  );
}

function Mark({ href, lang, children }: { href: string | null; lang?: string; children: ReactNode }) {
  return (
    <li className="max-w-full truncate" lang={lang}>
      {href === null ? (
        children
      ) : (
        <Link
          href={href}
          prefetch={false}
          className="relative z-10 hover:text-accent hover:underline pointer-coarse:inline-block pointer-coarse:py-2"
        >
          {children}
        </Link>
      )}
    </li>
  );
}
