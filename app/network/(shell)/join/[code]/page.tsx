import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AcceptForm } from "@/components/invitations/accept-form";
import { PageTitle } from "@/components/layout/page-title";
import { Markdown } from "@/components/markdown";
import { ColumnDown, ColumnWithout } from "@/components/network/column-states";
import { PageColumn } from "@/components/network/page-column";
import { Messages } from "@/components/providers/messages";
import { buttonClasses } from "@/components/ui/button-classes";
import { Card } from "@/components/ui/card";
import { IslandMark } from "@/components/ui/island-mark";
import { LinkButton } from "@/components/ui/link-button";
import { withNext } from "@/lib/auth/rules";
import { accentStyle } from "@/lib/branding/accent";
import { unlessDown } from "@/lib/context/outage";
import { getNetworkPage } from "@/lib/context/pages";
import { findInvited } from "@/lib/invitations/queries";
import type { Invited } from "@/lib/invitations/schemas";
import { goPath } from "@/lib/tenants/directory-rules";

interface PageProps {
  params: Promise<{ code: string }>;
}

// The code must not reach another site by the address of this page.
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("invitations.page");
  return { title: t("metaTitle"), robots: { index: false }, referrer: "same-origin" };
}

/** Where an invitation leads: the community, what one still lacks, and one way in. */
export default async function JoinPage({ params }: PageProps) {
  const { code } = await params;
  const { db, viewer } = await getNetworkPage();
  const t = await getTranslations("invitations.page");
  const loaded = await unlessDown(() => findInvited(db, code));
  if (!loaded.up) return <ColumnDown requestId={loaded.requestId} />;
  const invited = loaded.value;
  if (!invited)
    return (
      <ColumnWithout title={t("badTitle")} text={t("badText")} href="/communities" label={t("directory")} />
    );
  return (
    <PageColumn>
      <PageTitle title={t("title")} text={t("text")} />
      <div style={accentStyle(invited.accent)} className="grid gap-8">
        <InvitedCard invited={invited} />
        <WayIn invited={invited} code={code} name={viewer?.display_name ?? null} />
        {invited.rules.trim() && !invited.inside ? (
          <section id="rules" aria-labelledby="rules-title" className="grid scroll-mt-24 gap-3">
            <h2 id="rules-title" className="font-serif text-title font-medium tracking-title">
              {t("rules")}
            </h2>
            <Markdown source={invited.rules} lang={invited.locale} headingStart={3} idPrefix="rules-" />
          </section>
        ) : null}
      </div>
    </PageColumn>
  );
}

async function InvitedCard({ invited }: { invited: Invited }) {
  const t = await getTranslations("invitations");
  const network = await getTranslations("network");
  return (
    <Card as="section" aria-labelledby="invited" className="flex flex-wrap items-center gap-4">
      <IslandMark id={invited.id} logo={invited.logo_path} variant="chart" size={72} />
      <div className="grid min-w-0 flex-1 basis-60 gap-1">
        <h2
          id="invited"
          lang={invited.locale}
          dir="auto"
          className="font-serif text-title font-medium tracking-title [overflow-wrap:anywhere]"
        >
          {invited.name}
        </h2>
        {invited.tagline ? (
          <p lang={invited.locale} dir="auto">
            {invited.tagline}
          </p>
        ) : null}
        <p className="text-sm text-ink-muted" data-figures>
          {network("members", { count: invited.member_count })}
          {invited.role === "member" ? null : ` · ${t("page.asRole", { role: t(`roles.${invited.role}`) })}`}
        </p>
      </div>
    </Card>
  );
}

async function WayIn({ invited, code, name }: { invited: Invited; code: string; name: string | null }) {
  const t = await getTranslations("invitations.page");
  const here = `/join/${encodeURIComponent(code)}`;
  if (invited.inside) {
    return (
      <div className="grid justify-items-start gap-3">
        <p>{t("inside")}</p>
        {/* The way leads through a hand-off to another host: a plain link. */}
        <a href={goPath(invited.slug)} className={buttonClasses({ variant: "primary", size: "lg" })}>
          {t("goIn")}
        </a>
      </div>
    );
  }
  if (name === null) {
    return (
      <div className="grid justify-items-start gap-3">
        <p>{t("accountFirst")}</p>
        <div className="flex flex-wrap gap-3">
          <LinkButton href={withNext("/sign-up", here)} variant="primary" size="lg">
            {t("signUp")}
          </LinkButton>
          <LinkButton href={withNext("/sign-in", here)} size="lg">
            {t("signIn")}
          </LinkButton>
        </div>
      </div>
    );
  }
  return (
    <div className="grid gap-3">
      <Messages of={["form", "invited"]}>
        <AcceptForm code={code} rules={invited.rules.trim() ? invited.rules_version : null} />
      </Messages>
      <p className="text-sm text-ink-muted">{t("signedInAs", { name })}</p>
    </div>
  );
}
