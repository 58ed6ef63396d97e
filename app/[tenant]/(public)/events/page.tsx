import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EventList } from "@/components/events/event-list";
import { PageTitle } from "@/components/layout/page-title";
import { PageDown } from "@/components/notices/page-down";
import { Messages } from "@/components/providers/messages";
import { LinkButton } from "@/components/ui/link-button";
import { TabLinks } from "@/components/ui/tab-links";
import { canInTenant } from "@/lib/auth/permissions";
import { unlessDown } from "@/lib/context/outage";
import { getTenantPage } from "@/lib/context/pages";
import { getEventPage } from "@/lib/events/queries";
import { readCursor } from "@/lib/feed/cursor";

interface PageProps {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { tenant } = await getTenantPage((await params).tenant);
  const t = await getTranslations("events");
  return { title: `${t("title")} · ${tenant.name}` };
}

/** What is on in a community, and what has been. */
export default async function EventsPage({ params, searchParams }: PageProps) {
  const { db, tenant, viewer, membership } = await getTenantPage((await params).tenant);
  const query = await searchParams;
  const side = query.past === undefined ? "upcoming" : "past";
  const asker = { signedIn: viewer !== null, membership };
  const member = canInTenant(asker, "event.create");
  if (!member && tenant.privacy !== "public") notFound();
  const cursor = readCursor(query.after);
  const loaded = await unlessDown(() => getEventPage({ db, tenant }, side, cursor));
  if (!loaded.up) return <PageDown requestId={loaded.requestId} />;
  const t = await getTranslations("events");
  return (
    <>
      <PageTitle
        title={t("title")}
        action={
          member ? (
            <LinkButton href="/events/new" variant="primary">
              {t("create")}
            </LinkButton>
          ) : null
        }
      />
      <TabLinks
        label={t("sides")}
        tabs={[
          { href: "/events", label: t("upcoming"), current: side === "upcoming" },
          { href: "/events?past", label: t("past"), current: side === "past" },
        ]}
      />
      <Messages of={["eventTime"]}>
        <EventList
          page={loaded.value}
          side={side}
          continued={cursor !== null}
          viewerZone={viewer?.time_zone ?? null}
          lang={tenant.locale}
          island={tenant.id}
          member={member}
        />
      </Messages>
    </>
  );
}
