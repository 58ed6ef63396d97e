import type { ReactNode } from "react";

/** A part of the settings under its own title. */
export function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="grid grid-cols-1 gap-6 border-t border-line pt-6">
      <h2 id={id} className="font-serif text-title font-medium tracking-title">
        {title}
      </h2>
      {children}
    </section>
  );
}
