import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { EventArticle } from "@/components/events/event-article";
import { JsonLd } from "@/components/json-ld";
import { PageDown } from "@/components/notices/page-down";
import { Messages } from "@/components/providers/messages";
import { unlessDown } from "@/lib/context/outage";
import { getTenantPage } from "@/lib/context/pages";
import { findEventOnce } from "@/lib/events/queries";
import { excerpt } from "@/lib/markdown/excerpt";
import { describeEvent } from "@/lib/seo/json-ld";
import { describeCommunityPage } from "@/lib/seo/metadata";
import { networkUrl } from "@/lib/tenancy/links";

interface PageProps {
  params: Promise<{ tenant: string; id: string }>;
}

const DESCRIPTION_LENGTH = 200;

async function readAddress(params: PageProps["params"]): Promise<{ tenant: string; id: string }> {
  const address = await params;
  if (!z.uuid().safeParse(address.id).success) notFound();
  return address;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { tenant: param, id } = await readAddress(params);
  const { tenant } = await getTenantPage(param);
  const event = await findEventOnce(id).catch(() => null);
  if (!event) return { title: tenant.name };
  return describeCommunityPage(tenant, {
    title: event.title,
    description: excerpt(event.description, DESCRIPTION_LENGTH) || tenant.tagline,
    path: `/events/${event.id}`,
    type: "article",
    picture: `/events/${event.id}/og.png`,
    open: event.visibility === "public",
  });
}

/** One event. */
export default async function EventDetailPage({ params }: PageProps) {
  const { tenant: param, id } = await readAddress(params);
  const { tenant, viewer, membership } = await getTenantPage(param);
  const loaded = await unlessDown(() => findEventOnce(id));
  if (!loaded.up) return <PageDown requestId={loaded.requestId} />;
  const event = loaded.value;
  if (!event) notFound();
  const open = tenant.privacy === "public" && event.visibility === "public";
  return (
    <Messages of={["eventTime"]}>
      {open ? <JsonLd data={describeEvent(tenant, event)} /> : null}
      <EventArticle
        event={event}
        viewerZone={viewer?.time_zone ?? null}
        lang={tenant.locale}
        open={open}
        journeysUrl={
          membership?.status === "active"
            ? networkUrl(`/journeys/add?${new URLSearchParams({ community: tenant.id, event: event.id })}`)
            : null
        }
      />
    </Messages>
  );
}
