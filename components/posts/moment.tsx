import { useLocale, useTimeZone } from "next-intl";
import { Time } from "@/components/ui/time";

interface MomentProps {
  /** ISO 8601. */
  value: string;
  /** What is told relative to it, in milliseconds; without it the date itself is shown. */
  now?: number;
  className?: string;
}

/** When something happened, in the reader's language and zone; the exact moment on hover. */
export function Moment({ value, now, className }: MomentProps) {
  const locale = useLocale();
  const timeZone = useTimeZone() ?? "UTC";
  return <Time value={value} locale={locale} timeZone={timeZone} relativeTo={now} className={className} />;
}
