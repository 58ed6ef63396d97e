import { getTranslations } from "next-intl/server";
import { FullPageNotice } from "./full-page-notice";

/** Shown with status 503 while the database is away. */
export async function OutOfReach({ requestId }: { requestId: string }) {
  const t = await getTranslations("common");
  return (
    <FullPageNotice
      title={t("unavailableTitle")}
      text={t("unavailableText")}
      note={t("requestId", { id: requestId })}
    />
  );
}
