import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SignInLink } from "@/components/community/sign-in-link";
import { PageTitle } from "@/components/layout/page-title";
import { ClaimForm } from "@/components/members/claim-form";
import { Messages } from "@/components/providers/messages";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { getTenantPage } from "@/lib/context/pages";

interface PageProps {
  params: Promise<{ tenant: string; code: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { tenant } = await getTenantPage((await params).tenant);
  const t = await getTranslations("members.claimPage");
  return { title: t("title", { name: tenant.name }), robots: { index: false }, referrer: "same-origin" };
}

/** Where the link for an imported person leads: what it does, and one button. */
export default async function ClaimPage({ params }: PageProps) {
  const { tenant: param, code } = await params;
  const { tenant, viewer, membership } = await getTenantPage(param);
  const t = await getTranslations("members.claimPage");
  const { name } = tenant;
  if (membership?.status === "active") {
    return (
      <EmptyState
        island={tenant.id}
        headingLevel={1}
        title={t("alreadyTitle")}
        text={t("alreadyText", { name })}
        action={<LinkButton href="/">{t("goIn")}</LinkButton>}
      />
    );
  }
  return (
    <>
      <PageTitle title={t("title", { name })} />
      <div className="grid justify-items-start gap-6">
        <div className="grid max-w-measure gap-3">
          <p>{t("text", { name })}</p>
          <p>{t("becomes")}</p>
          <p className="text-ink-muted">{t("once")}</p>
        </div>
        {viewer ? (
          <div className="grid gap-3">
            <Messages of={["form", "claim"]}>
              <ClaimForm code={code} />
            </Messages>
            <p className="text-sm text-ink-muted">{t("signedInAs", { name: viewer.display_name })}</p>
          </div>
        ) : (
          <SignInLink variant="primary" size="lg">
            {t("signIn")}
          </SignInLink>
        )}
      </div>
    </>
  );
}
