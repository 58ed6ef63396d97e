import { useTranslations } from "next-intl";
import { buttonClasses } from "@/components/ui/button-classes";
import { ErrorState } from "@/components/ui/error-state";

/** Stands in for a page's content while the database is away; the frame around it stays. Status 503 goes with it. */
export function PageDown({ requestId }: { requestId: string }) {
  const t = useTranslations("common");
  return (
    <ErrorState
      title={t("unavailableTitle")}
      text={t("unavailableText")}
      action={
        <a href="" className={buttonClasses({})}>
          {t("retry")}
        </a>
      }
      note={t("requestId", { id: requestId })}
    />
  );
}
