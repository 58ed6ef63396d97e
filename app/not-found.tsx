import { getTranslations } from "next-intl/server";
import { FullPageNotice } from "@/components/notices/full-page-notice";
import { networkUrl } from "@/lib/tenancy/links";

/** One answer for what is not there and for what this person may not know of. */
export default async function NotFound() {
  const t = await getTranslations("common");
  return (
    <FullPageNotice title={t("notFoundTitle")} text={t("notFoundText")}>
      <a className="underline underline-offset-4" href="/session/start">
        {t("notFoundSignIn")}
      </a>
      <a className="underline underline-offset-4" href={networkUrl("/")}>
        {t("toNetwork")}
      </a>
    </FullPageNotice>
  );
}
