import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";

/** What this is, for somebody who has just arrived. */
export function Hero() {
  const t = useTranslations("network");
  const common = useTranslations("common");
  return (
    <div className="grid content-center gap-5 py-4">
      <h1 className="max-w-[17ch] font-serif text-title-xl font-medium tracking-title wide:text-display">
        {t("heroTitle")}
      </h1>
      <p className="max-w-measure text-[1.125rem] leading-relaxed text-ink-muted">
        {t("heroText", { network: common("networkName") })}
      </p>
      <div className="flex flex-wrap gap-3">
        <LinkButton href="/sign-up" variant="primary" size="lg">
          {t("heroSignUp")}
        </LinkButton>
        <LinkButton href="/sign-up?next=%2Fcommunities%2Fnew" size="lg">
          {t("heroFound")}
        </LinkButton>
      </div>
    </div>
  );
}
