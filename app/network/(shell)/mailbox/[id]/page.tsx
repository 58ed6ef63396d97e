import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/layout/page-title";
import { MailText } from "@/components/mailbox/mail-text";
import { PageColumn } from "@/components/network/page-column";
import { ArrowLeft } from "@/components/ui/icons";
import { LinkButton } from "@/components/ui/link-button";
import { getNetworkPage } from "@/lib/context/pages";
import { getMail, hasMailbox } from "@/lib/mailbox/queries";

/** One mail of the development mailbox. */
export default async function MailPage({ params }: { params: Promise<{ id: string }> }) {
  if (!hasMailbox()) notFound();
  const t = await getTranslations("mailbox");
  await getNetworkPage();
  const mail = await getMail((await params).id);
  if (!mail) notFound();
  return (
    <PageColumn>
      <PageTitle
        title={mail.subject}
        text={t("to", { address: mail.to })}
        action={
          <LinkButton href="/mailbox" icon={<ArrowLeft aria-hidden size={18} className="rtl:-scale-x-100" />}>
            {t("back")}
          </LinkButton>
        }
      />
      <MailText text={mail.text} />
    </PageColumn>
  );
}
