import { ExternalLink } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { z } from "zod";
import { placeOf } from "@/components/events/event-list";
import { EventWhen } from "@/components/events/event-when";
import { Markdown } from "@/components/markdown";
import { PageDown } from "@/components/notices/page-down";
import { Notice } from "@/components/ui/notice";
import { unlessDown } from "@/lib/context/outage";
import { getTenantPage } from "@/lib/context/pages";
import { findEvent } from "@/lib/events/queries";
import type { EventDetail } from "@/lib/events/schemas";

interface PageProps {
  params: Promise<{ tenant: string; event: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("events");
  return { title: t("title") };
}

/** One event. What a visitor may not see is not there. */
export default async function EventPage({ params }: PageProps) {
  const { tenant: param, event: eventId } = await params;
  const context = await getTenantPage(param);
  if (!z.uuid().safeParse(eventId).success) notFound();
  const loaded = await unlessDown(() => findEvent(context, eventId));
  if (!loaded.up) return <PageDown requestId={loaded.requestId} />;
  const event = loaded.value;
  if (!event) notFound();
  const t = await getTranslations("events");
  const lang = event.locale ?? context.tenant.locale;
  return (
    <article className="grid gap-6">
      <Link href="/events" className="justify-self-start text-sm text-ink-muted hover:text-accent">
        {t("back")}
      </Link>
      <h1
        dir="auto"
        lang={lang}
        className="font-serif text-title-lg font-medium tracking-title [overflow-wrap:anywhere]"
      >
        {event.title}
      </h1>
      {event.cancelled_at ? <Notice tone="danger" title={t("cancelled")} /> : null}
      <EventFacts event={event} viewerZone={context.viewer?.time_zone ?? null} />
      {event.description ? (
        <section className="grid gap-3">
          <h2 className="font-serif text-title-sm tracking-title">{t("about")}</h2>
          <Markdown source={event.description} lang={lang} headingStart={3} />
        </section>
      ) : null}
    </article>
  );
}

async function EventFacts({ event, viewerZone }: { event: EventDetail; viewerZone: string | null }) {
  const [t, format] = await Promise.all([getTranslations("events"), getFormatter()]);
  const place = placeOf(event);
  return (
    <dl className="grid gap-4 border-y border-line py-5">
      <Fact term={t("time")}>
        <EventWhen event={event} viewerZone={viewerZone} />
      </Fact>
      {place || event.online ? (
        <Fact term={t("place")}>
          {event.online ? <span>{t("online")}</span> : null}
          {place ? <span dir="auto">{place}</span> : null}
        </Fact>
      ) : null}
      {event.url ? (
        <Fact term={t("website")}>
          <a
            href={event.url}
            rel="nofollow ugc noopener"
            className="inline-flex items-center gap-1.5 text-accent underline underline-offset-4 [overflow-wrap:anywhere]"
          >
            {new URL(event.url).hostname}
            <ExternalLink aria-hidden size={16} strokeWidth={1.75} />
          </a>
        </Fact>
      ) : null}
      {event.call_for_proposals_until ? (
        <Fact term={t("callForProposals")}>
          <time dateTime={event.call_for_proposals_until}>
            {format.dateTime(new Date(`${event.call_for_proposals_until}T00:00:00Z`), {
              dateStyle: "long",
              timeZone: "UTC",
            })}
          </time>
        </Fact>
      ) : null}
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="grid gap-1 sm:grid-cols-[9rem_1fr]">
      <dt className="text-sm text-ink-muted">{term}</dt>
      <dd className="grid gap-1">{children}</dd>
    </div>
  );
}
