import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ActionButtonForm } from "@/components/auth/action-button-form";
import { AuthFrame } from "@/components/auth/auth-frame";
import { Messages } from "@/components/providers/messages";
import { getNetworkPage } from "@/lib/context/pages";

/** Signing out without a menu, for pages before scripts arrive and links in texts. */
export default async function SignOutPage() {
  const t = await getTranslations("auth");
  const { viewer } = await getNetworkPage();
  if (!viewer) redirect("/");
  return (
    <AuthFrame title={t("signOut")} text={t("signedInAs", { name: viewer.display_name })}>
      <Messages of={["form"]}>
        <div className="grid gap-3">
          <ActionButtonForm action="signOut" variant="primary" block>
            {t("signOutHere")}
          </ActionButtonForm>
          <ActionButtonForm action="signOutEverywhere" block>
            {t("signOutEverywhere")}
          </ActionButtonForm>
        </div>
      </Messages>
    </AuthFrame>
  );
}

export async function generateMetadata() {
  return { title: (await getTranslations("auth"))("signOut") };
}
