import { getTranslations } from "next-intl/server";
import { AuthFrame } from "@/components/auth/auth-frame";
import { NewPasswordForm } from "@/components/auth/new-password-form";
import { Messages } from "@/components/providers/messages";
import { LinkButton } from "@/components/ui/link-button";
import { listMySessions } from "@/lib/auth/queries";
import { isFreshSignIn, withNext } from "@/lib/auth/rules";
import { requireNetworkPage } from "@/lib/context/pages";
import { type PageQuery, readParam } from "@/lib/http/search-params";
import { parseReturnPath } from "@/lib/tenancy/links";

export default async function ResetPasswordPage({ searchParams }: { searchParams: PageQuery }) {
  const t = await getTranslations("auth");
  const { db } = await requireNetworkPage();
  const next = parseReturnPath(await readParam(searchParams, "next"));
  const { network } = await listMySessions(db);
  const signedInAt = network.find((session) => session.current)?.created_at;
  if (!isFreshSignIn(signedInAt, new Date())) {
    return (
      <AuthFrame title={t("resetStaleTitle")} text={t("resetStaleText")}>
        <LinkButton href={withNext("/forgot-password", next)} variant="primary" block>
          {t("sendLink")}
        </LinkButton>
      </AuthFrame>
    );
  }
  return (
    <AuthFrame title={t("resetTitle")} text={t("resetText")}>
      <Messages of={["form", "newPassword", "password"]}>
        <NewPasswordForm next={next} />
      </Messages>
    </AuthFrame>
  );
}

export async function generateMetadata() {
  return { title: (await getTranslations("auth"))("resetTitle") };
}
