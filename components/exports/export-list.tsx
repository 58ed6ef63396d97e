import clsx from "clsx";
import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { buttonClasses } from "@/components/ui/button-classes";
import { Time } from "@/components/ui/time";
import { exportPath } from "@/lib/exports/link";
import type { ExportCard } from "@/lib/exports/schemas";
import { formatSize } from "@/lib/exports/size";
import { CancelExport } from "./export-form";

interface ExportListProps {
  exports: readonly ExportCard[];
  userId: string;
  timeZone: string;
  now: number;
}

/** One's exports, the newest first. */
export function ExportList({ exports, ...rest }: ExportListProps) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {exports.map((card) => (
        <li key={card.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
          <Row card={card} {...rest} />
        </li>
      ))}
    </ul>
  );
}

function Row({ card, userId, timeZone, now }: { card: ExportCard } & Omit<ExportListProps, "exports">) {
  const t = useTranslations("exports");
  const locale = useLocale();
  const { id, status, progress, bytes, expires_at, reason } = card;
  const open = status === "waiting" || status === "running";
  return (
    <>
      <div className="grid min-w-0 flex-1 basis-60 gap-1">
        <p className="flex flex-wrap items-center gap-2 font-medium [overflow-wrap:anywhere]">
          {card.whole ? t("whole") : <bdi>{card.community ?? t("goneCommunity")}</bdi>}
          <Badge tone={status === "done" ? "ok" : status === "failed" ? "danger" : "neutral"}>
            {t(`state.${status}`)}
          </Badge>
        </p>
        <p className="text-sm text-ink-muted">
          <Time value={card.requested_at} locale={locale} timeZone={timeZone} relativeTo={now} />
          {bytes !== null && status === "done" ? ` · ${formatSize(bytes, locale)}` : null}
        </p>
        {open ? (
          <progress
            aria-label={t("progress")}
            value={progress}
            max={100}
            className={clsx(
              "h-2 w-full max-w-80 appearance-none overflow-hidden rounded-full bg-line",
              "[&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent",
            )}
          />
        ) : null}
        {reason ? <p className="text-sm text-danger">{t(`failure.${reason}`)}</p> : null}
        {status === "done" && expires_at ? (
          <p className="text-sm text-ink-muted">
            {t.rich("until", {
              when: () => <Time value={expires_at} locale={locale} timeZone={timeZone} />,
            })}
          </p>
        ) : null}
        {card.checksum && status === "done" ? (
          <p className="text-xs text-ink-muted [overflow-wrap:anywhere]">
            {t.rich("checksum", { sum: () => <code dir="ltr">{card.checksum}</code> })}
          </p>
        ) : null}
      </div>
      {open ? <CancelExport id={id} /> : null}
      {status === "done" && expires_at ? (
        <a href={exportPath({ id, userId, expiresAt: expires_at })} className={buttonClasses({})} download>
          {t("download")}
        </a>
      ) : null}
    </>
  );
}
