import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { AUTH_LINK, AuthAside, AuthFrame } from "@/components/auth/auth-frame";
import { SignUpForm } from "@/components/auth/sign-up-form";
import { SignedInAlready } from "@/components/auth/signed-in-already";
import { Messages } from "@/components/providers/messages";
import { wantedHost, withNext } from "@/lib/auth/rules";
import { getNetworkPage } from "@/lib/context/pages";
import { readHostConfig } from "@/lib/env/hosts";
import { type PageQuery, readParam } from "@/lib/http/search-params";
import { parseReturnPath } from "@/lib/tenancy/links";

export default async function SignUpPage({ searchParams }: { searchParams: PageQuery }) {
  const t = await getTranslations("auth");
  const { viewer } = await getNetworkPage();
  const next = parseReturnPath(await readParam(searchParams, "next"));
  return (
    <AuthFrame
      title={t("signUpTitle")}
      host={wantedHost(next, readHostConfig())}
      footer={
        <AuthAside question={t("haveAccount")}>
          <Link href={withNext("/sign-in", next)} className={AUTH_LINK}>
            {t("signIn")}
          </Link>
        </AuthAside>
      }
    >
      {viewer ? (
        <Messages of={["form"]}>
          <SignedInAlready name={viewer.display_name} next={next} />
        </Messages>
      ) : (
        <Messages of={["form", "signUp", "password"]}>
          <SignUpForm next={next} />
        </Messages>
      )}
    </AuthFrame>
  );
}

export async function generateMetadata() {
  return { title: (await getTranslations("auth"))("signUpTitle") };
}
