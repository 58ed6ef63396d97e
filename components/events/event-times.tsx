import type { Told } from "@/lib/events/tell-when";

interface EventTimesProps {
  /** ISO 8601 with zone. */
  startsAt: string;
  first: Told;
  second: Told | null;
}

/** When an event is, on one clock or on two. */
export function EventTimes({ startsAt, first, second }: EventTimesProps) {
  return (
    <span className="grid gap-0.5">
      <span>
        <time dateTime={startsAt}>{first.text}</time>{" "}
        <span className="whitespace-nowrap text-ink-muted">{first.zone}</span>
      </span>
      {second ? (
        <span className="text-sm text-ink-muted">
          {second.text} {second.zone}
        </span>
      ) : null}
    </span>
  );
}
