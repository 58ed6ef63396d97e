import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";

interface CheckboxProps extends Omit<ComponentProps<"input">, "type"> {
  label: ReactNode;
  hint?: ReactNode;
}

/** A box to tick with its label; the whole line answers to touch. */
export function Checkbox({ label, hint, className, id, name, ...rest }: CheckboxProps) {
  const ownId = id ?? `field-${name}`;
  const hintId = hint ? `${ownId}-hint` : undefined;
  return (
    <div className={clsx("grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-3 pointer-coarse:py-2", className)}>
      <input
        aria-describedby={hintId}
        {...rest}
        id={ownId}
        name={name}
        type="checkbox"
        className="peer mt-[0.15rem] size-5 rounded-[4px] disabled:opacity-50 aria-invalid:ring-2 aria-invalid:ring-danger"
      />
      <label
        htmlFor={ownId}
        className="min-w-0 text-base leading-6 [overflow-wrap:anywhere] peer-disabled:text-ink-muted"
      >
        {label}
      </label>
      {hint ? (
        <p id={hintId} className="col-start-2 text-sm text-ink-muted">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
