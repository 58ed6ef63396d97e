import { getTranslations } from "next-intl/server";
import { buttonClasses } from "@/components/ui/button-classes";
import { ErrorState } from "@/components/ui/error-state";
import { getRequestHost } from "@/lib/context/request-context";

/** Stands in for a page's content where somebody asked for too many of its kind. Status 429 goes with it. */
export async function PageBusy() {
  const [t, errors, { path }] = await Promise.all([
    getTranslations("common"),
    getTranslations("errors"),
    getRequestHost(),
  ]);
  return (
    <ErrorState
      title={errors("too_many_requests")}
      action={
        <a href={path} className={buttonClasses({})}>
          {t("retry")}
        </a>
      }
    />
  );
}
