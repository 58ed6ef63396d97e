import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Moment } from "@/components/posts/moment";
import { standingOf, wordsIn } from "@/lib/sharing/rules";
import type { ConsentWords, LedgerLine } from "@/lib/sharing/schemas";
import { LineHead } from "./line-head";
import { RevokeShare } from "./revoke-share";
import { StandingBadge } from "./standing-badge";

interface LedgerRowProps {
  line: LedgerLine;
  /** The words that were agreed to. */
  words: ConsentWords["texts"] | undefined;
  now: number;
}

/** One share of a post of mine: where it went, how it stands, the receipt, the way to take it back. */
export function LedgerRow({ line, words, now }: LedgerRowProps) {
  const t = useTranslations("sharing");
  const open = line.state === "active" || line.state === "waiting";
  const standing = standingOf(line, now);
  return (
    <li className="grid grid-cols-1 gap-3 py-5">
      <LineHead line={line} badge={open ? <StandingBadge standing={standing} /> : null} />
      <div className="grid grid-cols-1 gap-2 ps-0 sm:ps-12">
        {open && standing !== "live" ? (
          <p className="text-sm">{t(`ledger.why.${standing}`, { name: line.in.name })}</p>
        ) : null}
        {line.ended_at && line.ended_side ? (
          <p className="text-sm">
            {t.rich(`ledger.ended.${line.state === "declined" ? "declined" : line.ended_side}`, {
              name: () => <bdi>{line.in.name}</bdi>,
              home: () => <bdi>{line.home.name}</bdi>,
              by: () => <bdi>{line.by ?? t("ledger.somebody")}</bdi>,
              when: () => <Moment value={line.ended_at ?? ""} style="datetime" />,
            })}
          </p>
        ) : null}
        <Receipt line={line} words={words} />
        {open ? <RevokeShare share={line.id} as={line.tenant_id} from={line.in.name} /> : null}
      </div>
    </li>
  );
}

/** What was agreed to, when, in which words, and who could read it then. */
function Receipt({ line, words }: Omit<LedgerRowProps, "now">) {
  const t = useTranslations("sharing.receipt");
  const scope = useTranslations("sharing.scope");
  const locale = useLocale();
  const { consented_at, consent_audience, consent_version, expires_at, lane_count, since } = line;
  if (consented_at === null) return null;
  const read = words && wordsIn(words, line.consent_locale ?? locale);
  return (
    <details className="text-sm [&:not([open])>summary]:text-ink-muted">
      <summary className="w-fit cursor-pointer py-1 underline underline-offset-4 pointer-coarse:py-3">
        {t("title")}
      </summary>
      <dl className="grid gap-x-6 gap-y-2 border-s-2 border-accent-line py-2 ps-4 sm:grid-cols-[max-content_minmax(0,1fr)]">
        <Fact label={t("scope")}>{scope(line.scope)}</Fact>
        <Fact label={t("agreed")}>
          <Moment value={consented_at} style="datetime" />
        </Fact>
        {since ? (
          <Fact label={t("since")}>
            <Moment value={since} style="datetime" />
          </Fact>
        ) : null}
        {expires_at ? (
          <Fact label={t("until")}>
            <Moment value={expires_at} style="datetime" />
          </Fact>
        ) : null}
        {consent_audience === null ? null : (
          <Fact label={t("audience")}>
            <span data-figures>{t("people", { count: consent_audience, name: line.in.name })}</span>
          </Fact>
        )}
        <Fact label={t("lane")}>
          <span data-figures>{t("comments", { count: lane_count })}</span>
        </Fact>
        {read && consent_version !== null ? (
          <Fact label={t("words", { version: consent_version })}>
            <span lang={read.lang} dir="auto" className="block max-w-measure">
              {read.text}
            </span>
          </Fact>
        ) : null}
      </dl>
    </details>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-ink-muted">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
