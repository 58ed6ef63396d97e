const KEY =
  "inline-grid min-w-6 place-items-center rounded-[4px] border border-line-strong bg-surface px-1.5 font-sans text-xs leading-5 text-ink-muted";

/** Keys as they are printed on a keyboard, one after the other. */
export function Keys({ keys }: { keys: string }) {
  const mod = /Mac|iPhone|iPad/.test(navigator.platform) ? "⌘" : "Ctrl";
  const parts = keys.replace("Mod", mod).split(/[ +]/);
  return (
    <span dir="ltr" className="inline-flex gap-1">
      {parts.map((key) => (
        <kbd key={key} className={KEY}>
          {key}
        </kbd>
      ))}
    </span>
  );
}
