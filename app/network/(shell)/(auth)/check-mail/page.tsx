import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { AUTH_LINK, AuthAside, AuthFrame } from "@/components/auth/auth-frame";
import { MailForm } from "@/components/auth/mail-form";
import { Messages } from "@/components/providers/messages";
import { readPendingMail } from "@/lib/auth/pending-mail";
import { wantedHost, withNext } from "@/lib/auth/rules";
import { getNetworkPage } from "@/lib/context/pages";
import { readHostConfig } from "@/lib/env/hosts";
import { serverEnv } from "@/lib/env/server";

const BACK = { signup: "/sign-up", link: "/sign-in", recovery: "/forgot-password" } as const;

export default async function CheckMailPage() {
  const t = await getTranslations("auth");
  await getNetworkPage();
  const pending = await readPendingMail();
  const next = pending?.next ?? "/";
  const text = pending
    ? t.rich(`checkMail.${pending.kind}`, {
        email: () => (
          <bdi dir="ltr" className="font-medium text-ink [overflow-wrap:anywhere]">
            {pending.email}
          </bdi>
        ),
      })
    : t("checkMailNobody");
  return (
    <AuthFrame
      title={t("checkMailTitle")}
      host={wantedHost(next, readHostConfig())}
      text={text}
      footer={
        <>
          <AuthAside>
            <Link href={withNext(BACK[pending?.kind ?? "link"], next)} className={AUTH_LINK}>
              {pending ? t("otherAddress") : t("back")}
            </Link>
          </AuthAside>
          {serverEnv().DEV_MAILBOX_URL ? (
            <AuthAside>
              <Link href="/mailbox" className={AUTH_LINK}>
                {t("developmentMailbox")}
              </Link>
            </AuthAside>
          ) : null}
        </>
      }
    >
      {pending ? (
        <div className="grid gap-5">
          <p className="text-ink-muted">{t("checkMailHint")}</p>
          <Messages of={["form", "mail"]}>
            <MailForm kind={pending.kind} email={pending.email} next={next} label={t("sendAgain")} again />
          </Messages>
        </div>
      ) : null}
    </AuthFrame>
  );
}

export async function generateMetadata() {
  return { title: (await getTranslations("auth"))("checkMailTitle") };
}
