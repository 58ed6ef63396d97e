import Link from "next/link";
import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { ArrivalButton } from "./arrival-button";

/** Asks a member for their yes to rules that changed. Nothing else waits for it. */
export function RulesNotice({ version }: { version: number }) {
  const t = useTranslations("arrival");
  return (
    <Notice
      title={t("rulesTitle")}
      action={
        <ArrivalButton action="acceptRules" version={version}>
          {t("rulesAccept")}
        </ArrivalButton>
      }
    >
      {t.rich("rulesText", {
        rules: (text) => (
          <Link href="/about#rules" prefetch={false} className="underline underline-offset-4">
            {text}
          </Link>
        ),
      })}
    </Notice>
  );
}
