import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EventForm } from "@/components/events/event-form";
import { PageTitle } from "@/components/layout/page-title";
import { Messages } from "@/components/providers/messages";
import { requireTenantPage } from "@/lib/context/pages";
import { newId } from "@/lib/ids/uuid";
import { listTimeZones } from "@/lib/time/zones";

interface PageProps {
  params: Promise<{ tenant: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("events");
  return { title: t("createTitle"), robots: { index: false } };
}

/** Where a member announces an event. */
export default async function NewEventPage({ params }: PageProps) {
  const { tenant } = await requireTenantPage((await params).tenant, "event.create");
  const t = await getTranslations("events");
  return (
    <>
      <PageTitle title={t("createTitle")} text={t("createText")} />
      <Messages of={["eventForm", "sending"]}>
        <EventForm
          freshId={newId()}
          timeZone={tenant.time_zone}
          timeZones={listTimeZones(tenant.time_zone)}
          isPublic={tenant.privacy === "public"}
        />
      </Messages>
    </>
  );
}
