import { useTranslations } from "next-intl";
import { Count } from "@/components/ui/count";
import { Heart } from "@/components/ui/icons";

/** How many like a post, for who cannot do so themselves. */
export function LikeCount({ count }: { count: number }) {
  const t = useTranslations("feed");
  return (
    <span className="inline-flex h-8 items-center gap-1.5 px-2 text-sm text-ink-muted">
      <Heart aria-hidden size={18} />
      <span data-figures aria-hidden>
        <Count value={count} />
      </span>
      <span className="sr-only">{t("likes", { count })}</span>
    </span>
  );
}
