import { CalendarPlus } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EventList } from "@/components/events/event-list";
import { PageTitle } from "@/components/layout/page-title";
import { PageDown } from "@/components/notices/page-down";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Pager } from "@/components/ui/load-more";
import { TabLinks } from "@/components/ui/tab-links";
import { canInTenant } from "@/lib/auth/permissions";
import { unlessDown } from "@/lib/context/outage";
import { getTenantPage, type TenantPageContext } from "@/lib/context/pages";
import { getEventPage } from "@/lib/events/queries";
import type { EventSide } from "@/lib/events/schemas";
import { readCursor } from "@/lib/feed/cursor";

interface PageProps {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("events");
  return { title: t("title") };
}

function hrefOf(side: EventSide, after?: string | null): string {
  const query = new URLSearchParams();
  if (side === "past") query.set("side", side);
  if (after) query.set("after", after);
  return query.size > 0 ? `/events?${query}` : "/events";
}

/** Events of a community, upcoming or past. Visitors of a public one see what is open to everybody. */
export default async function EventsPage({ params, searchParams }: PageProps) {
  const context = await getTenantPage((await params).tenant);
  const { tenant, viewer, membership } = context;
  const mayCreate = canInTenant({ signedIn: viewer !== null, membership }, "event.create");
  if (tenant.privacy !== "public" && !mayCreate) notFound();
  const query = await searchParams;
  const side: EventSide = query.side === "past" ? "past" : "upcoming";
  const after = readCursor(query.after);
  const loaded = await unlessDown(() => getEventPage(context, side, after));
  if (!loaded.up) return <PageDown requestId={loaded.requestId} />;
  const { items, next } = loaded.value;
  const t = await getTranslations("events");
  return (
    <>
      <PageTitle title={t("title")} action={mayCreate ? <CreateLink label={t("create")} /> : null} />
      <TabLinks
        label={t("sides")}
        tabs={[
          { href: hrefOf("upcoming"), label: t("upcoming"), current: side === "upcoming" },
          { href: hrefOf("past"), label: t("past"), current: side === "past" },
        ]}
      />
      {items.length === 0 ? (
        <div className="mt-6">
          <NoEvents side={side} context={context} mayCreate={mayCreate} />
        </div>
      ) : (
        <EventList
          events={items}
          viewerZone={viewer?.time_zone ?? null}
          lang={tenant.locale}
          isPublic={tenant.privacy === "public"}
        />
      )}
      <Pager
        label={t("pages")}
        newer={after ? { href: hrefOf(side), label: t("first") } : undefined}
        older={next ? { href: hrefOf(side, next), label: t("more") } : undefined}
      />
    </>
  );
}

function CreateLink({ label }: { label: string }) {
  return (
    <LinkButton href="/events/new" variant="primary" icon={<CalendarPlus aria-hidden size={18} />}>
      {label}
    </LinkButton>
  );
}

async function NoEvents(props: { side: EventSide; context: TenantPageContext; mayCreate: boolean }) {
  const { side, context, mayCreate } = props;
  const t = await getTranslations("events");
  if (side === "past")
    return <EmptyState title={t("emptyPast")} text={t("emptyPastText")} island={context.tenant.id} />;
  return (
    <EmptyState
      title={t("emptyUpcoming")}
      text={t(mayCreate ? "emptyUpcomingText" : "emptyUpcomingVisitor")}
      island={context.tenant.id}
      action={mayCreate ? <CreateLink label={t("create")} /> : null}
    />
  );
}
