import clsx from "clsx";
import type { ReactNode } from "react";
import { CircleAlert } from "@/components/ui/icons";

/** What `Field` hands to its control. */
export interface FieldControl {
  id: string;
  name: string;
  required?: boolean;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
}

interface FieldProps {
  name: string;
  label: ReactNode;
  /** What to type, or what becomes of it. */
  hint?: ReactNode;
  /** What is wrong and how to mend it. */
  error?: string;
  required?: boolean;
  /** The word for "optional", shown beside the label. */
  optional?: string;
  /** Unique on the page; `field-<name>` unless given. `FormError` links to it. */
  id?: string;
  className?: string;
  children: (control: FieldControl) => ReactNode;
}

/** The id that a field gets when none is given. */
export function fieldId(name: string): string {
  return `field-${name}`;
}

/** A label, its control, a hint and an error, tied together for those who listen. */
export function Field(props: FieldProps) {
  const { name, label, hint, error, required, optional, id = fieldId(name), className, children } = props;
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  const describedBy = [hintId, errorId].filter(Boolean).join(" ") || undefined;
  return (
    <div className={clsx("grid grid-cols-1 gap-1.5", className)}>
      <label htmlFor={id} className="flex items-baseline justify-between gap-3 text-sm font-medium">
        <span>{label}</span>
        {optional ? <span className="font-normal text-ink-muted">{optional}</span> : null}
      </label>
      {children({
        id,
        name,
        required,
        "aria-describedby": describedBy,
        "aria-invalid": error ? true : undefined,
      })}
      {error ? <FieldError id={errorId}>{error}</FieldError> : null}
      {hint ? (
        <p id={hintId} className="text-sm text-ink-muted">
          {hint}
        </p>
      ) : null}
    </div>
  );
}

/** The text of an error beside its field. */
export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} className="flex items-start gap-1.5 text-sm font-medium text-danger">
      <CircleAlert aria-hidden size={16} className="mt-[0.2rem] shrink-0" />
      <span>{children}</span>
    </p>
  );
}
