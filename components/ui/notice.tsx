import clsx from "clsx";
import type { ReactNode } from "react";
import { TONES, type Tone } from "./tones";

interface NoticeProps {
  tone?: Tone;
  title?: ReactNode;
  children?: ReactNode;
  /** A button or link that does something about it. */
  action?: ReactNode;
  /** `alert` for what just went wrong, `status` for what just happened; none for what was there all along. */
  role?: "alert" | "status";
  className?: string;
}

/** Something to know, where it matters. */
export function Notice({ tone = "info", title, children, action, role, className }: NoticeProps) {
  const { icon: Icon, text, border, tint } = TONES[tone];
  return (
    <div
      role={role}
      className={clsx(
        "flex flex-wrap items-start gap-x-3 gap-y-2 rounded-surface border p-4",
        border,
        tint,
        className,
      )}
    >
      <Icon aria-hidden size={20} className={clsx("mt-0.5 shrink-0", text)} />
      <div className="grid min-w-0 flex-1 basis-60 gap-1">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children ? <div className="text-[0.9375rem]">{children}</div> : null}
      </div>
      {action ? <div className="ms-8 sm:ms-0">{action}</div> : null}
    </div>
  );
}
