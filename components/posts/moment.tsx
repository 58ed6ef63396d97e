import { useLocale, useTimeZone } from "next-intl";
import { Time } from "@/components/ui/time";
import type { TimeStyle } from "@/lib/format/time";

interface MomentProps {
  /** ISO 8601. */
  value: string;
  /** What is told relative to it, in milliseconds; without it the date itself is shown. */
  now?: number;
  /** With the time of day. */
  style?: TimeStyle;
  className?: string;
}

/** When something happened, in the reader's language and zone; the exact moment on hover. */
export function Moment({ value, now, style, className }: MomentProps) {
  const locale = useLocale();
  const timeZone = useTimeZone() ?? "UTC";
  const rest = { relativeTo: now, style, className };
  return <Time value={value} locale={locale} timeZone={timeZone} {...rest} />;
}
