import type { ReactNode } from "react";
import { CircleAlert } from "@/components/ui/icons";

interface ErrorStateProps {
  /** What failed. */
  title: string;
  /** That nothing was lost, and what to do. */
  text?: ReactNode;
  /** Retry. */
  action?: ReactNode;
  /** "Request 1a2b". */
  note?: string;
}

/** A part of a page that could not be shown; the rest of the page stays. */
export function ErrorState({ title, text, action, note }: ErrorStateProps) {
  return (
    <div role="alert" className="grid justify-items-start gap-2 border-y border-line py-6">
      <p className="flex items-center gap-2 font-semibold">
        <CircleAlert aria-hidden size={20} className="text-danger" />
        {title}
      </p>
      {text ? <div className="text-ink-muted">{text}</div> : null}
      {action ? <div className="mt-1">{action}</div> : null}
      {note ? <p className="text-xs text-ink-muted">{note}</p> : null}
    </div>
  );
}
