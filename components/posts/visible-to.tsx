import { useTranslations } from "next-intl";
import type { Visibility } from "@/lib/posts/limits";
import { VISIBILITY_ICONS } from "./visibility-label";

/** Who can see a post, as a sentence. */
export function VisibleTo({ visibility, community }: { visibility: Visibility; community: string }) {
  const t = useTranslations("post.page");
  const Icon = VISIBILITY_ICONS[visibility];
  return (
    <p className="flex items-center gap-1.5 text-sm text-ink-muted">
      <Icon aria-hidden size={16} className="shrink-0" />
      {t(`visibleTo.${visibility}`, { name: community })}
    </p>
  );
}
