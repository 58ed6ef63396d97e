import clsx from "clsx";
import type { ReactNode } from "react";
import { FieldError } from "./field";

export interface RadioCard {
  value: string;
  label: string;
  hint?: string;
  icon?: ReactNode;
  disabled?: boolean;
}

interface RadioCardsProps {
  name: string;
  legend: ReactNode;
  options: readonly RadioCard[];
  defaultValue?: string;
  error?: string;
  /** Beside each other where there is room. */
  columns?: 1 | 2 | 3;
}

const COLUMNS = { 1: "", 2: "sm:grid-cols-2", 3: "sm:grid-cols-3" } as const;

/** One choice of a few that deserve a sentence each. */
export function RadioCards(props: RadioCardsProps) {
  const { name, legend, options, defaultValue, error, columns = 1 } = props;
  const errorId = error ? `field-${name}-error` : undefined;
  return (
    <fieldset id={`field-${name}`} aria-describedby={errorId} className="grid gap-2">
      <legend className="mb-2 text-sm font-medium">{legend}</legend>
      <div className={clsx("grid gap-2", COLUMNS[columns])}>
        {options.map((option) => (
          <Card key={option.value} name={name} option={option} checked={option.value === defaultValue} />
        ))}
      </div>
      {error ? <FieldError id={errorId}>{error}</FieldError> : null}
    </fieldset>
  );
}

function Card({ name, option, checked }: { name: string; option: RadioCard; checked: boolean }) {
  return (
    <label
      className={clsx(
        "flex items-start gap-3 rounded-surface border border-line-strong bg-surface-raised p-3 transition-colors",
        "hover:border-accent has-checked:border-accent has-checked:bg-accent-soft",
        "has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent",
        "has-disabled:opacity-60",
      )}
    >
      <input
        type="radio"
        name={name}
        value={option.value}
        defaultChecked={checked}
        disabled={option.disabled}
        className="mt-0.5 size-5 shrink-0 outline-none"
      />
      <span className="grid gap-0.5">
        <span className="flex items-center gap-2 font-medium leading-6">
          {option.icon}
          {option.label}
        </span>
        {option.hint ? <span className="text-sm text-ink-muted">{option.hint}</span> : null}
      </span>
    </label>
  );
}
