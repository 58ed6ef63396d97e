import { getTranslations } from "next-intl/server";
import { buttonClasses } from "@/components/ui/button-classes";
import { ErrorState } from "@/components/ui/error-state";
import { getRequestHost } from "@/lib/context/request-context";

/** Stands in for a page's content while the database is away; the frame around it stays. Status 503 goes with it. */
export async function PageDown({ requestId }: { requestId: string }) {
  const [t, { path }] = await Promise.all([getTranslations("common"), getRequestHost()]);
  return (
    <ErrorState
      title={t("unavailableTitle")}
      text={t("unavailableText")}
      action={
        <a href={path} className={buttonClasses({})}>
          {t("retry")}
        </a>
      }
      note={t("requestId", { id: requestId })}
    />
  );
}
