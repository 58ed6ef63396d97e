import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { AUTH_LINK, AuthAside, AuthFrame } from "@/components/auth/auth-frame";
import { SignInForm } from "@/components/auth/sign-in-form";
import { SignedInAlready } from "@/components/auth/signed-in-already";
import { Messages } from "@/components/providers/messages";
import { readPendingMail } from "@/lib/auth/pending-mail";
import { wantedHost, withNext } from "@/lib/auth/rules";
import { getNetworkPage } from "@/lib/context/pages";
import { readHostConfig } from "@/lib/env/hosts";
import { type PageQuery, readParam } from "@/lib/http/search-params";
import { parseReturnPath } from "@/lib/tenancy/links";

export default async function SignInPage({ searchParams }: { searchParams: PageQuery }) {
  const t = await getTranslations("auth");
  const { viewer } = await getNetworkPage();
  const next = parseReturnPath(await readParam(searchParams, "next"));
  const host = wantedHost(next, readHostConfig());
  if (viewer) {
    return (
      <AuthFrame title={t("signInTitle")} host={host}>
        <Messages of={["form"]}>
          <SignedInAlready name={viewer.display_name} next={next} />
        </Messages>
      </AuthFrame>
    );
  }
  const pending = await readPendingMail();
  return (
    <AuthFrame
      title={t("signInTitle")}
      host={host}
      footer={
        <>
          <AuthAside question={t("noAccount")}>
            <Link href={withNext("/sign-up", next)} className={AUTH_LINK}>
              {t("signUp")}
            </Link>
          </AuthAside>
          <AuthAside>
            <Link href={withNext("/forgot-password", next)} className={AUTH_LINK}>
              {t("forgot")}
            </Link>
          </AuthAside>
          {pending?.kind === "signup" ? (
            <AuthAside question={t("notConfirmed")}>
              <Link href="/check-mail" className={AUTH_LINK}>
                {t("sendAgain")}
              </Link>
            </AuthAside>
          ) : null}
        </>
      }
    >
      <Messages of={["form", "signIn", "password"]}>
        <SignInForm next={next} email={pending?.email} />
      </Messages>
    </AuthFrame>
  );
}

export async function generateMetadata() {
  return { title: (await getTranslations("auth"))("signInTitle") };
}
