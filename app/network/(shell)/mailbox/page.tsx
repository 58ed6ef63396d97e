import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/layout/page-title";
import { PageColumn } from "@/components/network/page-column";
import { Moment } from "@/components/posts/moment";
import { buttonClasses } from "@/components/ui/button-classes";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Mail as MailIcon, RotateCw } from "@/components/ui/icons";
import { unlessDown } from "@/lib/context/outage";
import { getNetworkPage } from "@/lib/context/pages";
import { type PageQuery, readParam } from "@/lib/http/search-params";
import { hasMailbox, listMails } from "@/lib/mailbox/queries";
import type { Mail } from "@/lib/mailbox/schemas";

/** What the embedded stack would have sent. Only where there is such a stack. */
export default async function MailboxPage({ searchParams }: { searchParams: PageQuery }) {
  if (!hasMailbox()) notFound();
  const t = await getTranslations("mailbox");
  await getNetworkPage();
  const to = await readParam(searchParams, "to");
  const loaded = await unlessDown(() => listMails(to));
  return (
    <PageColumn>
      <PageTitle
        title={t("title")}
        text={t("text")}
        action={
          <a href={to ? `/mailbox?${new URLSearchParams({ to })}` : "/mailbox"} className={buttonClasses({})}>
            <RotateCw aria-hidden size={18} />
            {t("reload")}
          </a>
        }
      />
      {loaded.up ? (
        <Mails
          mails={loaded.value}
          now={Date.now()}
          empty={{ title: t("emptyTitle"), text: t("emptyText") }}
        />
      ) : (
        <ErrorState title={t("downTitle")} text={t("downText")} />
      )}
    </PageColumn>
  );
}

interface MailsProps {
  mails: readonly Mail[];
  now: number;
  empty: { title: string; text: string };
}

function Mails({ mails, now, empty }: MailsProps) {
  if (mails.length === 0) return <EmptyState {...empty} island="mailbox" />;
  return (
    <ul className="border-t border-line">
      {mails.map((mail) => (
        <li key={mail.id} className="relative flex items-center gap-4 border-b border-line py-4">
          <MailIcon aria-hidden size={20} className="shrink-0 text-ink-muted" />
          <div className="min-w-0 flex-1">
            <Link
              href={`/mailbox/${mail.id}`}
              className="block truncate font-medium after:absolute after:inset-0 hover:text-accent"
            >
              {mail.subject}
            </Link>
            <p className="truncate text-sm text-ink-muted">{mail.to}</p>
          </div>
          <Moment value={mail.sentAt} now={now} className="shrink-0 text-sm text-ink-muted" />
        </li>
      ))}
    </ul>
  );
}

export async function generateMetadata() {
  return { title: (await getTranslations("mailbox"))("title"), robots: { index: false } };
}
