import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { EventArticle } from "@/components/events/event-article";
import { PageDown } from "@/components/notices/page-down";
import { Messages } from "@/components/providers/messages";
import { unlessDown } from "@/lib/context/outage";
import { getTenantPage } from "@/lib/context/pages";
import { findEventOnce } from "@/lib/events/queries";
import { excerpt } from "@/lib/markdown/excerpt";

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
  if (!event) return { title: tenant.name, robots: { index: false } };
  const description = excerpt(event.description, DESCRIPTION_LENGTH);
  return {
    title: `${event.title} · ${tenant.name}`,
    description,
    openGraph: { title: event.title, description, siteName: tenant.name, type: "article" },
    robots: { index: event.visibility === "public" },
  };
}

/** One event. */
export default async function EventDetailPage({ params }: PageProps) {
  const { tenant: param, id } = await readAddress(params);
  const { tenant, viewer } = await getTenantPage(param);
  const loaded = await unlessDown(() => findEventOnce(id));
  if (!loaded.up) return <PageDown requestId={loaded.requestId} />;
  if (!loaded.value) notFound();
  return (
    <Messages of={["eventTime"]}>
      <EventArticle event={loaded.value} viewerZone={viewer?.time_zone ?? null} lang={tenant.locale} />
    </Messages>
  );
}
