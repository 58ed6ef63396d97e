import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { AccountHead } from "@/components/account/account-tabs";
import { PageColumn } from "@/components/network/page-column";
import { PageDown } from "@/components/notices/page-down";
import { Messages } from "@/components/providers/messages";
import { AskedList } from "@/components/sharing/asked-list";
import { LedgerList } from "@/components/sharing/ledger-list";
import { QuestionList } from "@/components/sharing/question-list";
import { TabLinks } from "@/components/ui/tab-links";
import { unlessDown } from "@/lib/context/outage";
import { requireNetworkPage } from "@/lib/context/pages";
import { type PageQuery, readParam } from "@/lib/http/search-params";
import { getLedger } from "@/lib/sharing/queries";

/** Every share of one's own posts: what waits for one's answer, what holds, what was; and what one asked others for. */
export default async function SharingPage({ searchParams }: { searchParams: PageQuery }) {
  const { db } = await requireNetworkPage();
  const t = await getTranslations("sharing.ledger");
  const open = (await searchParams).past === undefined;
  const before = z.uuid().safeParse(await readParam(searchParams, "before")).data ?? null;
  const loaded = await unlessDown(() => getLedger(db, open, before));
  const now = Date.now();
  return (
    <PageColumn>
      <AccountHead current="sharing" />
      {loaded.up ? (
        <div className="grid grid-cols-1 gap-8">
          <p className="max-w-measure text-ink-muted">{t("text")}</p>
          {loaded.value.asked.length > 0 && loaded.value.consent ? (
            <Messages of={["form", "answerShare"]}>
              <AskedList lines={loaded.value.asked} consent={loaded.value.consent} now={now} />
            </Messages>
          ) : null}
          {loaded.value.questions.length > 0 ? (
            <Messages of={["form", "revoke"]}>
              <QuestionList lines={loaded.value.questions} now={now} />
            </Messages>
          ) : null}
          <div className="grid grid-cols-1">
            <TabLinks
              label={t("parts")}
              tabs={[
                { href: "/account/sharing", label: t("open"), current: open },
                { href: "/account/sharing?past", label: t("past"), current: !open },
              ]}
            />
            <Messages of={["form", "revoke"]}>
              <LedgerList ledger={loaded.value} open={open} first={before === null} now={now} />
            </Messages>
          </div>
        </div>
      ) : (
        <PageDown requestId={loaded.requestId} />
      )}
    </PageColumn>
  );
}

export async function generateMetadata() {
  return { title: (await getTranslations("account"))("sharingTab") };
}
