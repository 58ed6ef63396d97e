import clsx from "clsx";

export type ButtonVariant = "primary" | "outline" | "quiet" | "danger";
export type ButtonSize = "sm" | "md" | "lg";

export interface ButtonLook {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** As wide as what it stands in. */
  block?: boolean;
  /** Square, for a single icon; needs an `aria-label`. */
  square?: boolean;
}

const BASE = [
  "relative inline-flex shrink-0 items-center justify-center gap-2 rounded-control border font-medium",
  "select-none whitespace-nowrap transition-colors",
  "disabled:pointer-events-none disabled:opacity-50 aria-disabled:pointer-events-none",
  "pointer-coarse:min-h-11",
];

const VARIANTS: Record<ButtonVariant, string> = {
  primary:
    "border-transparent bg-accent text-accent-ink hover:bg-[color-mix(in_oklab,var(--accent)_88%,var(--ink))] active:bg-[color-mix(in_oklab,var(--accent)_80%,var(--ink))]",
  outline:
    "border-line-strong bg-surface-raised text-ink hover:border-accent hover:text-accent active:bg-accent-soft data-[state=open]:border-accent",
  quiet:
    "border-transparent bg-transparent text-ink hover:bg-accent-soft active:bg-accent-soft data-[state=open]:bg-accent-soft",
  danger:
    "border-transparent bg-danger text-on-colour hover:bg-[color-mix(in_oklab,var(--danger)_88%,var(--ink))]",
};

const SIZES: Record<ButtonSize, { wide: string; square: string }> = {
  sm: { wide: "h-8 px-3 text-sm", square: "size-8 pointer-coarse:min-w-11" },
  md: { wide: "h-10 px-4 text-[0.9375rem]", square: "size-10 pointer-coarse:min-w-11" },
  lg: { wide: "h-12 px-6 text-base", square: "size-12" },
};

/** Classes that make a button or a link look like a button. */
export function buttonClasses({ variant = "outline", size = "md", block, square }: ButtonLook): string {
  return clsx(BASE, VARIANTS[variant], SIZES[size][square ? "square" : "wide"], block && "w-full");
}
