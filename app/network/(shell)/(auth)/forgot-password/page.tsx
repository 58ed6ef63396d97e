import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { AUTH_LINK, AuthAside, AuthFrame } from "@/components/auth/auth-frame";
import { MailForm } from "@/components/auth/mail-form";
import { Messages } from "@/components/providers/messages";
import { readPendingMail } from "@/lib/auth/pending-mail";
import { wantedHost, withNext } from "@/lib/auth/rules";
import { getNetworkPage } from "@/lib/context/pages";
import { readHostConfig } from "@/lib/env/hosts";
import { type PageQuery, readParam } from "@/lib/http/search-params";
import { parseReturnPath } from "@/lib/tenancy/links";

export default async function ForgotPasswordPage({ searchParams }: { searchParams: PageQuery }) {
  const t = await getTranslations("auth");
  await getNetworkPage();
  const next = parseReturnPath(await readParam(searchParams, "next"));
  const pending = await readPendingMail();
  return (
    <AuthFrame
      title={t("forgotTitle")}
      host={wantedHost(next, readHostConfig())}
      text={t("forgotText")}
      footer={
        <AuthAside>
          <Link href={withNext("/sign-in", next)} className={AUTH_LINK}>
            {t("back")}
          </Link>
        </AuthAside>
      }
    >
      <Messages of={["form", "mail"]}>
        <MailForm kind="recovery" next={next} email={pending?.email} label={t("sendLink")} />
      </Messages>
    </AuthFrame>
  );
}

export async function generateMetadata() {
  return { title: (await getTranslations("auth"))("forgotTitle") };
}
