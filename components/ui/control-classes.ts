/** What every field one types into or chooses from looks like. 16 px text keeps phones from zooming in. */
export const CONTROL_CLASSES = [
  "w-full rounded-control border border-line-strong bg-surface-raised px-3 text-base text-ink",
  "transition-colors hover:border-ink-muted",
  "focus-visible:border-accent focus-visible:outline-2 focus-visible:outline-offset-1 focus-visible:outline-accent",
  "aria-invalid:border-danger disabled:opacity-60",
].join(" ");
