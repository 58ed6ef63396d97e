import { useTranslations } from "next-intl";
import { standingOf } from "@/lib/sharing/rules";
import type { LedgerLine } from "@/lib/sharing/schemas";
import { AskedLine, AskedSection } from "./asked-line";
import { RevokeShare } from "./revoke-share";
import { StandingBadge } from "./standing-badge";

/** Posts of others that I would like to see in another community, and nobody has let in yet. */
export function QuestionList({ lines, now }: { lines: readonly LedgerLine[]; now: number }) {
  const t = useTranslations("sharing.ledger");
  return (
    <AskedSection id="questions-title" title={t("questions")} text={t("questionsText")}>
      {lines.map((line) => (
        <AskedLine key={line.id} line={line} badge={<StandingBadge standing={standingOf(line, now)} />}>
          <RevokeShare question share={line.id} as={line.in.id} from={line.in.name} />
        </AskedLine>
      ))}
    </AskedSection>
  );
}
