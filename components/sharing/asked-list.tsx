import { useTranslations } from "next-intl";
import { Moment } from "@/components/posts/moment";
import type { ConsentWords, LedgerLine } from "@/lib/sharing/schemas";
import { AnswerShare } from "./answer-share";
import { AskedLine, AskedSection } from "./asked-line";

interface AskedListProps {
  lines: readonly LedgerLine[];
  /** The words of today. */
  consent: ConsentWords;
  now: number;
}

function asked({ id, tenant_id, home, in: target }: LedgerLine) {
  return { id, tenant_id, home, in: target };
}

/** Posts of mine that somebody would like to see in another community. */
export function AskedList({ lines, consent, now }: AskedListProps) {
  const t = useTranslations("sharing");
  const told = ({ by, scope, asked_at }: LedgerLine) => (
    <p className="text-sm">
      {t.rich("ledger.askedBy", {
        name: () => <bdi className="font-medium">{by ?? t("ledger.somebody")}</bdi>,
        scope: () => t(`scope.${scope}`),
        when: () => <Moment value={asked_at} now={now} />,
      })}
    </p>
  );
  return (
    <AskedSection id="asked-title" title={t("ledger.asked")} text={t("ledger.askedText")}>
      {lines.map((line) => (
        <AskedLine key={line.id} line={line} told={told(line)}>
          <AnswerShare line={asked(line)} consent={consent} />
        </AskedLine>
      ))}
    </AskedSection>
  );
}
