import { getTranslations } from "next-intl/server";
import type { Tenant } from "@/lib/tenants/schemas";
import { FullPageNotice } from "./full-page-notice";

/** Shown with status 503 for a community that is suspended or moving: its name, and nothing of its content. */
export async function PausedCommunity({ tenant, networkHref }: { tenant: Tenant; networkHref: string }) {
  const t = await getTranslations("common");
  const moving = tenant.status === "moving";
  return (
    <FullPageNotice
      title={t(moving ? "movingTitle" : "suspendedTitle", { name: tenant.name })}
      text={t(moving ? "movingText" : "suspendedText")}
    >
      <a className="underline underline-offset-4" href={networkHref}>
        {t("toNetwork")}
      </a>
    </FullPageNotice>
  );
}
