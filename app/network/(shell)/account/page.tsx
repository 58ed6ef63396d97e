import { getTranslations } from "next-intl/server";
import { AccountHead } from "@/components/account/account-tabs";
import { ProfileForm } from "@/components/account/profile-form";
import { ActionButtonForm } from "@/components/auth/action-button-form";
import { ColumnDown } from "@/components/network/column-states";
import { PageColumn } from "@/components/network/page-column";
import { MarkField } from "@/components/pictures/mark-field";
import { Messages } from "@/components/providers/messages";
import { Avatar } from "@/components/ui/avatar";
import { KeyRound } from "@/components/ui/icons";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { unlessDown } from "@/lib/context/outage";
import { requireNetworkPage } from "@/lib/context/pages";
import { type PageQuery, readParam } from "@/lib/http/search-params";
import { listSpoken } from "@/lib/i18n/languages";
import { getMyProfile } from "@/lib/profiles/queries";
import { listTimeZones } from "@/lib/time/zones";

/** One's base profile. */
export default async function AccountPage({ searchParams }: { searchParams: PageQuery }) {
  const t = await getTranslations("account");
  const media = await getTranslations("media");
  const auth = await getTranslations("auth");
  const context = await requireNetworkPage();
  const saved = (await readParam(searchParams, "saved")) === "1";
  const loaded = await unlessDown(() => getMyProfile(context));
  if (!loaded.up) return <ColumnDown requestId={loaded.requestId} />;
  const profile = loaded.value;
  return (
    <PageColumn>
      <AccountHead current="profile" />
      <Messages of={["form", "profile"]}>
        <div className="grid gap-8">
          {saved ? (
            <Notice tone="ok" role="status">
              {t("saved")}
            </Notice>
          ) : null}
          <Messages of={["mark"]}>
            <MarkField
              title={media("avatar.title")}
              text={media("avatar.text")}
              api="/api/v1/avatar"
              own={context.viewer.avatar_path !== null}
            >
              <Avatar name={profile.display_name} path={context.viewer.avatar_path} size={96} />
            </MarkField>
          </Messages>
          <ProfileForm
            // A new picture is a new version, and no reason to lose what is being typed.
            key={JSON.stringify({ ...profile, version: null })}
            profile={profile}
            languages={listSpoken(profile.locale)}
            timeZones={listTimeZones(profile.time_zone)}
          />
          <section aria-labelledby="password" className="grid gap-3 border-t border-line pt-6">
            <h2 id="password" className="font-serif text-title-sm font-medium tracking-title">
              {t("password")}
            </h2>
            <p className="text-ink-muted">{t("passwordText")}</p>
            <div className="flex flex-wrap gap-3">
              <LinkButton href="/forgot-password?next=%2Faccount" icon={<KeyRound aria-hidden size={18} />}>
                {t("changePassword")}
              </LinkButton>
              <ActionButtonForm action="signOut">{auth("signOutHere")}</ActionButtonForm>
            </div>
          </section>
          <section aria-labelledby="delete" className="grid gap-3 border-t border-line pt-6">
            <h2 id="delete" className="font-serif text-title-sm font-medium tracking-title">
              {t("deleteTitle")}
            </h2>
            <p className="text-ink-muted">{t("deleteText")}</p>
            <div>
              <LinkButton href="/account/delete">{t("deleteLink")}</LinkButton>
            </div>
          </section>
        </div>
      </Messages>
    </PageColumn>
  );
}

export async function generateMetadata() {
  return { title: (await getTranslations("account"))("title") };
}
