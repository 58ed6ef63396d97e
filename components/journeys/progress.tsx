import { useTranslations } from "next-intl";
import { completionOf } from "@/lib/journeys/rules";

interface ProgressProps {
  counts: { idea: number; planned: number; done: number; skipped: number };
}

/** How far a journey has come, as a line and in words; nothing where nothing is planned yet. */
export function Progress({ counts }: ProgressProps) {
  const t = useTranslations("journeys");
  const percent = completionOf(counts);
  if (percent === null) return null;
  return (
    <div className="grid max-w-reading gap-1.5">
      <div aria-hidden className="h-1.5 overflow-hidden rounded-full bg-surface-sunken">
        <div className="h-full rounded-full bg-accent" style={{ inlineSize: `${percent}%` }} />
      </div>
      <p className="text-sm text-ink-muted">{t("progress", { percent, ...counts })}</p>
    </div>
  );
}
