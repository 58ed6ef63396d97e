/** The tags of a post, as its community writes them. */
export function TagList({ tags, lang }: { tags: readonly string[]; lang: string }) {
  if (tags.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-3 gap-y-1 text-sm text-ink-muted" lang={lang}>
      {tags.map((tag) => (
        <li key={tag} className="max-w-full truncate">
          <bdi>
            <span aria-hidden>#</span>
            {tag}
          </bdi>
        </li>
      ))}
    </ul>
  );
}
