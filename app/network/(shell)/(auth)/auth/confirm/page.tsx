import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuthFrame } from "@/components/auth/auth-frame";
import { ConfirmForm } from "@/components/auth/confirm-form";
import { MailForm } from "@/components/auth/mail-form";
import { Messages } from "@/components/providers/messages";
import { readPendingMail } from "@/lib/auth/pending-mail";
import { parseMailTarget, wantedHost } from "@/lib/auth/rules";
import { confirmInput } from "@/lib/auth/schemas";
import { getNetworkPage } from "@/lib/context/pages";
import { readHostConfig } from "@/lib/env/hosts";
import { type PageQuery, readParam } from "@/lib/http/search-params";
import { networkUrl } from "@/lib/tenancy/links";

// The link's secret must not reach another site by the address of this page. With "no-referrer" a form without script
// would be sent with `Origin: null`, which no action accepts.
export const metadata: Metadata = { referrer: "same-origin", robots: { index: false } };

/** Where a mail's link leads: one button, because programs that read mail open links but press no buttons. */
export default async function ConfirmPage({ searchParams }: { searchParams: PageQuery }) {
  const t = await getTranslations("auth");
  const { viewer } = await getNetworkPage();
  const named = parseMailTarget(await readParam(searchParams, "next"), new URL(networkUrl("/")).origin);
  const pending = await readPendingMail();
  const next = named === "/" ? (pending?.next ?? "/") : named;
  const link = confirmInput.safeParse({
    token_hash: await readParam(searchParams, "token_hash"),
    type: await readParam(searchParams, "type"),
    next,
  });
  const host = wantedHost(next, readHostConfig());
  if (!link.success) {
    return (
      <Messages of={["form", "mail"]}>
        <AuthFrame title={t("brokenTitle")} text={t("brokenText")} host={host}>
          <MailForm
            kind={pending?.kind ?? "link"}
            email={pending?.email}
            next={next}
            label={t("sendNewLink")}
          />
        </AuthFrame>
      </Messages>
    );
  }
  const { type } = link.data;
  return (
    <AuthFrame title={t(`confirmTitle.${type}`)} text={t(`confirmText.${type}`)} host={host}>
      {viewer ? <p>{t("signedInConfirm", { name: viewer.display_name })}</p> : null}
      <Messages of={["form", "mail", "confirm"]}>
        <ConfirmForm {...link.data} email={pending?.email} />
      </Messages>
    </AuthFrame>
  );
}
