import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/load-more";
import type { Ledger } from "@/lib/sharing/schemas";
import { LedgerRow } from "./ledger-row";

interface LedgerListProps {
  ledger: Ledger;
  /** Whether these hold, or were. */
  open: boolean;
  first: boolean;
  now: number;
}

const PATHS = { open: "/account/sharing", past: "/account/sharing?past" } as const;

/** The shares of one's posts, last asked first. */
export function LedgerList({ ledger, open, first, now }: LedgerListProps) {
  const t = useTranslations("sharing.ledger");
  const { items, texts, next } = ledger;
  const path = open ? PATHS.open : PATHS.past;
  if (items.length === 0 && first) {
    return (
      <div className="pt-6">
        <EmptyState title={t(open ? "none" : "nonePast")} text={t(open ? "noneText" : "nonePastText")} />
      </div>
    );
  }
  return (
    <>
      <ul className="divide-y divide-line border-b border-line">
        {items.map((line) => (
          <LedgerRow
            key={line.id}
            line={line}
            words={line.consent_version === null ? undefined : texts[line.consent_version]}
            now={now}
          />
        ))}
      </ul>
      <Pager
        label={t("pages")}
        newer={first ? undefined : { href: path, label: t("newer") }}
        older={next ? { href: `${path}${open ? "?" : "&"}before=${next}`, label: t("older") } : undefined}
      />
    </>
  );
}
