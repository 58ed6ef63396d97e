import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DoorKeys } from "@/components/door/door-keys";
import { DOOR_TITLE_ID } from "@/components/door/title-id";
import { WaitingList } from "@/components/door/waiting-list";
import { PageTitle } from "@/components/layout/page-title";
import { PageDown } from "@/components/notices/page-down";
import { Messages } from "@/components/providers/messages";
import { unlessDown } from "@/lib/context/outage";
import { requireTenantPage } from "@/lib/context/pages";
import { type PageQuery, readParam } from "@/lib/http/search-params";
import { getWaitingShares } from "@/lib/sharing/door-queries";
import { waitingAfterSchema } from "@/lib/sharing/door-schemas";

interface PageProps {
  params: Promise<{ tenant: string }>;
  searchParams: PageQuery;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("door"))("title") };
}

/** Posts of other communities that wait to be let in, for those who look after this one. */
export default async function DoorPage({ params, searchParams }: PageProps) {
  const context = await requireTenantPage((await params).tenant, "share.review");
  const after = waitingAfterSchema.safeParse(await readParam(searchParams, "after")).data ?? null;
  const loaded = await unlessDown(() => getWaitingShares(context, after));
  if (!loaded.up) return <PageDown requestId={loaded.requestId} />;
  const t = await getTranslations("door");
  const { tenant } = context;
  return (
    <>
      <PageTitle
        title={
          <span id={DOOR_TITLE_ID} tabIndex={-1} className="outline-none">
            {t("title")}
          </span>
        }
        text={t("text")}
      />
      <Messages of={["form", "door"]}>
        <DoorKeys />
        <WaitingList
          {...loaded.value}
          first={after === null}
          timeZone={tenant.time_zone}
          island={tenant.id}
        />
      </Messages>
    </>
  );
}
