import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { PersonHead } from "@/components/members/person-head";
import { PersonWriting } from "@/components/members/person-writing";
import { PageDown } from "@/components/notices/page-down";
import { Messages } from "@/components/providers/messages";
import { unlessDown } from "@/lib/context/outage";
import { getTenantPage, requireTenantPage } from "@/lib/context/pages";
import { type PageQuery, readParam } from "@/lib/http/search-params";
import { findPersonOnce } from "@/lib/memberships/page-queries";
import type { MemberPart } from "@/lib/memberships/page-schemas";

interface PageProps {
  params: Promise<{ tenant: string; id: string }>;
  searchParams: PageQuery;
}

/** What the address says: who, which part of their writing, and where it begins. */
async function readAddress({ params, searchParams }: PageProps) {
  const { tenant, id } = await params;
  if (!z.uuid().safeParse(id).success) notFound();
  const part: MemberPart = (await readParam(searchParams, "show")) === "comments" ? "comments" : "posts";
  return { tenant, id, part, before: await readParam(searchParams, "before") };
}

export async function generateMetadata(props: PageProps): Promise<Metadata> {
  const { tenant: param, id, part, before } = await readAddress(props);
  const { tenant } = await getTenantPage(param);
  const found = await findPersonOnce(id, part, before).catch(() => null);
  const t = await getTranslations("members");
  return { title: `${found?.member.name ?? t("title")} · ${tenant.name}`, robots: { index: false } };
}

/** A person as this community knows them, and what they wrote here. */
export default async function PersonPage(props: PageProps) {
  const { tenant: param, id, part, before } = await readAddress(props);
  const { tenant, viewer } = await requireTenantPage(param, "member.list");
  const loaded = await unlessDown(() => findPersonOnce(id, part, before));
  if (!loaded.up) return <PageDown requestId={loaded.requestId} />;
  const page = loaded.value;
  if (!page) notFound();
  const self = viewer?.id === id;
  return (
    <div className="grid grid-cols-1 gap-8">
      <PersonHead
        member={page.member}
        shared={page.shared}
        self={self}
        lang={tenant.locale}
        timeZone={tenant.time_zone}
      />
      <Messages of={["postTools"]}>
        <PersonWriting
          page={page}
          self={self}
          continued={before !== ""}
          lang={tenant.locale}
          now={Date.now()}
        />
      </Messages>
    </div>
  );
}
