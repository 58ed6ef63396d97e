import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EventList } from "@/components/events/event-list";
import { PageTitle } from "@/components/layout/page-title";
import { PageDown } from "@/components/notices/page-down";
import { Messages } from "@/components/providers/messages";
import { buttonClasses } from "@/components/ui/button-classes";
import { CalendarDays } from "@/components/ui/icons";
import { LinkButton } from "@/components/ui/link-button";
import { TabLinks } from "@/components/ui/tab-links";
import { canInTenant } from "@/lib/auth/permissions";
import { unlessDown } from "@/lib/context/outage";
import { getTenantPage } from "@/lib/context/pages";
import { getEventPage } from "@/lib/events/queries";
import { readCursor } from "@/lib/feed/cursor";
import { describeCommunityPage } from "@/lib/seo/metadata";

interface PageProps {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params, searchParams }: PageProps): Promise<Metadata> {
  const { tenant } = await getTenantPage((await params).tenant);
  const t = await getTranslations("events");
  const { past, after } = await searchParams;
  return describeCommunityPage(tenant, {
    title: t("title"),
    description: t("metaText", { name: tenant.name }),
    path: "/events",
    open: past === undefined && after === undefined,
  });
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
      {tenant.privacy === "public" ? (
        <p className="pt-6">
          <a href="/events.ics" className={buttonClasses({ variant: "quiet" })}>
            <CalendarDays aria-hidden size={18} />
            {t("subscribe")}
          </a>
        </p>
      ) : null}
    </>
  );
}
