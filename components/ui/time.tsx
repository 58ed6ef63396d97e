import { formatMoment, formatRelative, type TimeStyle } from "@/lib/format/time";

interface TimeProps {
  /** A moment: ISO 8601 with zone, or a Date. */
  value: string | Date;
  locale: string;
  /** IANA name. */
  timeZone: string;
  /**
   * Shows how long ago instead, counted from this moment (milliseconds). The server says it once; a component
   * that renders in the browser too takes it as a prop, so that both say the same.
   */
  relativeTo?: number;
  style?: TimeStyle;
  className?: string;
}

/** A moment in the reader's language and zone, with the exact one for machines and on hover. */
export function Time({ value, locale, timeZone, relativeTo, style = "date", className }: TimeProps) {
  const moment = new Date(value);
  if (Number.isNaN(moment.getTime())) return null;
  const exact = formatMoment(moment, locale, timeZone, relativeTo === undefined ? style : "datetime");
  const text = relativeTo === undefined ? exact : formatRelative(moment, relativeTo, locale, timeZone);
  return (
    <time dateTime={moment.toISOString()} title={text === exact ? undefined : exact} className={className}>
      {text}
    </time>
  );
}
