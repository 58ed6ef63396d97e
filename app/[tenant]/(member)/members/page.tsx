import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DoorNote } from "@/components/door/door-note";
import { PageTitle } from "@/components/layout/page-title";
import { MemberExport } from "@/components/members/member-export";
import { MemberFilter, MemberOrder } from "@/components/members/member-filter";
import { MemberKeys } from "@/components/members/member-keys";
import { MemberList, WaitingList } from "@/components/members/member-list";
import { MemberSearch } from "@/components/members/member-search";
import { MemberTabs } from "@/components/members/member-tabs";
import { PageBusy } from "@/components/notices/page-busy";
import { PageDown } from "@/components/notices/page-down";
import { Messages } from "@/components/providers/messages";
import { canInTenant } from "@/lib/auth/permissions";
import { unlessDown } from "@/lib/context/outage";
import { isWithinRate } from "@/lib/context/page-rate";
import { requireTenantPage } from "@/lib/context/pages";
import type { PageQuery } from "@/lib/http/search-params";
import { isNarrowed, readMemberListPlace } from "@/lib/memberships/list-address";
import { getMembers } from "@/lib/memberships/queries";

interface PageProps {
  params: Promise<{ tenant: string }>;
  searchParams: PageQuery;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("members"))("title") };
}

/** Who belongs to this community. */
export default async function MembersPage({ params, searchParams }: PageProps) {
  const context = await requireTenantPage((await params).tenant, "member.list");
  const { tenant, viewer, membership } = context;
  if (!viewer || !membership) notFound();
  const moderator = canInTenant({ signedIn: true, membership }, "member.manage");
  const place = readMemberListPlace(await searchParams);
  if (!place.active && !moderator) notFound();
  if (!(await isWithinRate("people", context))) return <PageBusy />;
  const loaded = await unlessDown(() => getMembers(context, place));
  if (!loaded.up) return <PageDown requestId={loaded.requestId} />;
  const t = await getTranslations("members");
  const shared = { timeZone: tenant.time_zone, lang: tenant.locale };
  const { active } = place;
  const { choices, waiting, waiting_shares: atDoor = 0 } = loaded.value;
  return (
    <>
      <PageTitle
        title={
          <span id="members" tabIndex={-1} className="outline-none">
            {t("title")}
          </span>
        }
        text={t(active ? `textBy.${place.sort}` : "inactiveText")}
        action={
          active && canInTenant({ signedIn: true, membership }, "member.export") ? <MemberExport /> : null
        }
      />
      <Messages of={["members"]}>
        <MemberKeys />
        <div className="grid grid-cols-1 gap-6">
          {moderator ? (
            <MemberTabs
              current={active ? "active" : "inactive"}
              admin={canInTenant({ signedIn: true, membership }, "member.invite")}
            />
          ) : null}
          {waiting && !isNarrowed(place) && !place.letter ? (
            <WaitingList waiting={waiting} {...shared} />
          ) : null}
          {atDoor > 0 && !isNarrowed(place) && !place.letter ? <DoorNote count={atDoor} /> : null}
          <div className="grid grid-cols-1 gap-3">
            <MemberSearch place={place} choices={choices} />
            <MemberFilter place={place} roles={choices?.roles} />
            <MemberOrder place={place} letters={choices?.letters} />
          </div>
          <MemberList
            page={loaded.value}
            place={place}
            actor={{ id: viewer.id, role: membership.role }}
            {...shared}
          />
        </div>
      </Messages>
    </>
  );
}
