import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PageTitle } from "@/components/layout/page-title";
import { FaceForm } from "@/components/me/face-form";
import { Since } from "@/components/members/since";
import { PageDown } from "@/components/notices/page-down";
import { MarkField } from "@/components/pictures/mark-field";
import { Messages } from "@/components/providers/messages";
import { Avatar } from "@/components/ui/avatar";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { canInTenant } from "@/lib/auth/permissions";
import { unlessDown } from "@/lib/context/outage";
import { requireTenantPage } from "@/lib/context/pages";
import { findMyFace } from "@/lib/faces/queries";
import { type PageQuery, readParam } from "@/lib/http/search-params";
import { networkUrl } from "@/lib/tenancy/links";

interface PageProps {
  params: Promise<{ tenant: string }>;
  searchParams: PageQuery;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("me"))("title") };
}

/** One's own place in a community: face, account, the way out. */
export default async function MePage({ params, searchParams }: PageProps) {
  const context = await requireTenantPage((await params).tenant, "profile.edit");
  const { tenant, viewer, membership } = context;
  if (!viewer || !membership) notFound();
  const loaded = await unlessDown(() => findMyFace(context));
  if (!loaded.up) return <PageDown requestId={loaded.requestId} />;
  if (!loaded.value) notFound();
  const t = await getTranslations("me");
  const media = await getTranslations("media");
  const common = await getTranslations("common");
  const saved = (await readParam(searchParams, "saved")) === "1";
  const { name, locale, time_zone: timeZone } = tenant;
  return (
    <>
      <PageTitle
        title={t("title")}
        text={t("text", { name })}
        action={<LinkButton href={`/members/${viewer.id}`}>{t("page")}</LinkButton>}
      />
      <div className="grid gap-10">
        {saved ? (
          <Notice tone="ok" role="status">
            {t("saved")}
          </Notice>
        ) : null}
        <Messages of={["mark"]}>
          <MarkField
            title={media("face.title")}
            text={media("face.text")}
            api="/api/v1/me/avatar"
            own={membership.avatar_path?.startsWith(tenant.id) ?? false}
          >
            <Avatar name={membership.display_name} path={membership.avatar_path} size={96} />
          </MarkField>
        </Messages>
        <Messages of={["form", "face"]}>
          <FaceForm
            face={loaded.value}
            avatar={membership.avatar_path}
            role={membership.role}
            lang={locale}
            since={<Since what="joined" value={membership.joined_at} timeZone={timeZone} />}
          />
        </Messages>
        <Part
          id="account"
          title={t("accountTitle")}
          text={t("accountText", { network: common("networkName") })}
        >
          <LinkButton href={networkUrl("/account")}>{t("account")}</LinkButton>
        </Part>
        {canInTenant({ signedIn: true, membership }, "community.settings") ? (
          <Part id="settings" title={t("settingsTitle", { name })} text={t("settingsText")}>
            <LinkButton href="/settings">{t("settings")}</LinkButton>
          </Part>
        ) : null}
        <Part id="leaving" title={t("leaveTitle", { name })} text={t("leaveText")}>
          <LinkButton href={networkUrl(`/account/communities/${tenant.slug}`)}>{t("leaveGo")}</LinkButton>
        </Part>
      </div>
    </>
  );
}

function Part(props: { id: string; title: string; text: string; children: ReactNode }) {
  const { id, title, text, children } = props;
  return (
    <section aria-labelledby={id} className="grid justify-items-start gap-4 border-t border-line pt-6">
      <div className="grid gap-1.5">
        <h2 id={id} className="font-serif text-title-sm font-medium tracking-title">
          {title}
        </h2>
        <p className="max-w-measure text-ink-muted">{text}</p>
      </div>
      {children}
    </section>
  );
}
