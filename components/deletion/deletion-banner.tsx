import { useLocale, useTranslations } from "next-intl";
import { Time } from "@/components/ui/time";

interface DeletionBannerProps {
  /** When the account is to go; null shows nothing. */
  leavesAt: string | null | undefined;
  timeZone: string | null | undefined;
  /** Where it can be taken back. */
  href: string;
}

/** Above every page of somebody whose account is to be deleted, with the way back. */
export function DeletionBanner({ leavesAt, timeZone, href }: DeletionBannerProps) {
  const t = useTranslations("deletion.banner");
  const locale = useLocale();
  if (!leavesAt) return null;
  return (
    <aside
      aria-label={t("label")}
      className="flex flex-wrap items-center justify-center gap-x-3 border-b border-line bg-warn-soft px-4 py-1 text-sm"
    >
      <p>
        {t.rich("text", {
          when: () => <Time value={leavesAt} locale={locale} timeZone={timeZone ?? "UTC"} />,
        })}
      </p>
      <a href={href} className="inline-flex min-h-11 items-center font-medium underline underline-offset-4">
        {t("link")}
      </a>
    </aside>
  );
}
