import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AddressForm } from "@/components/invitations/address-form";
import { InvitationList } from "@/components/invitations/invitation-list";
import { LinkForm } from "@/components/invitations/link-form";
import { PageTitle } from "@/components/layout/page-title";
import { MemberTabs } from "@/components/members/member-tabs";
import { PageDown } from "@/components/notices/page-down";
import { Messages } from "@/components/providers/messages";
import { Part } from "@/components/settings/part";
import { unlessDown } from "@/lib/context/outage";
import { requireTenantPage } from "@/lib/context/pages";
import { parseCursor } from "@/lib/feed/cursor";
import { type PageQuery, readParam } from "@/lib/http/search-params";
import { getInvitations } from "@/lib/invitations/queries";
import { rolesToGive } from "@/lib/invitations/roles";

interface PageProps {
  params: Promise<{ tenant: string }>;
  searchParams: PageQuery;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("invitations"))("title") };
}

/** Links that let people in, for those who may invite. */
export default async function InvitationsPage({ params, searchParams }: PageProps) {
  const context = await requireTenantPage((await params).tenant, "member.invite");
  const { membership } = context;
  if (!membership) notFound();
  const after = parseCursor(await readParam(searchParams, "after"));
  const loaded = await unlessDown(() => getInvitations(context, after));
  if (!loaded.up) return <PageDown requestId={loaded.requestId} />;
  const t = await getTranslations("invitations");
  const roles = rolesToGive(membership.role);
  return (
    <>
      <PageTitle title={t("title")} text={t("text")} />
      <Messages of={["form", "file", "invitations"]}>
        {/* The line under the tabs is the first part's. */}
        <div className="grid grid-cols-1 gap-8 [&>nav+section]:border-t-0 [&>nav+section]:pt-0">
          <MemberTabs current="invitations" admin />
          <Part id="new-link" title={t("linkTitle")}>
            <LinkForm roles={roles} />
          </Part>
          <Part id="personal-links" title={t("personalTitle")}>
            <p className="max-w-measure text-ink-muted">{t("personalText")}</p>
            <AddressForm roles={roles} />
          </Part>
          <Part id="live-links" title={t("listTitle")}>
            <InvitationList page={loaded.value} first={after === null} />
          </Part>
        </div>
      </Messages>
    </>
  );
}
