import { useTranslations } from "next-intl";
import { Check, X } from "@/components/ui/icons";

const SHARED = ["name", "posts", "membership"] as const;

/** What one shows of oneself by joining, in words. */
export function SharesList() {
  const t = useTranslations("community.home");
  return (
    <section aria-labelledby="shares-title" className="grid gap-3">
      <h2 id="shares-title" className="font-serif text-title-sm font-medium tracking-title">
        {t("sharesTitle")}
      </h2>
      <ul className="grid max-w-measure gap-2">
        {SHARED.map((what) => (
          <li key={what} className="flex gap-3">
            <Check aria-hidden size={18} className="mt-1 shrink-0 text-accent" />
            {t(`shares.${what}`)}
          </li>
        ))}
        <li className="flex gap-3">
          <X aria-hidden size={18} className="mt-1 shrink-0 text-ink-muted" />
          {t("shares.not")}
        </li>
      </ul>
    </section>
  );
}
