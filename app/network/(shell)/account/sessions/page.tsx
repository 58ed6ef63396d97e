import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { AccountHead } from "@/components/account/account-tabs";
import { SessionList } from "@/components/account/session-list";
import { ActionButtonForm } from "@/components/auth/action-button-form";
import { PageColumn } from "@/components/network/page-column";
import { PageDown } from "@/components/notices/page-down";
import { Messages } from "@/components/providers/messages";
import { LogOut } from "@/components/ui/icons";
import { listMySessions } from "@/lib/auth/queries";
import { unlessDown } from "@/lib/context/outage";
import { requireNetworkPage } from "@/lib/context/pages";

/** Where one is signed in, and the ways to end it. */
export default async function SessionsPage() {
  const t = await getTranslations("account");
  const { db } = await requireNetworkPage();
  const loaded = await unlessDown(() => listMySessions(db));
  return (
    <PageColumn>
      <AccountHead current="sessions" />
      {loaded.up ? (
        <Messages of={["form"]}>
          <div className="grid gap-8">
            <div className="flex flex-wrap items-start justify-between gap-4">
              <p className="max-w-[46ch] text-ink-muted">{t("sessionsText")}</p>
              <ActionButtonForm action="signOutEverywhere" icon={<LogOut aria-hidden size={18} />}>
                {t("endAll")}
              </ActionButtonForm>
            </div>
            <SessionList
              sessions={loaded.value}
              agent={(await headers()).get("user-agent")}
              now={Date.now()}
            />
          </div>
        </Messages>
      ) : (
        <PageDown requestId={loaded.requestId} />
      )}
    </PageColumn>
  );
}

export async function generateMetadata() {
  return { title: (await getTranslations("account"))("sessionsTab") };
}
