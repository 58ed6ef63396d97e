import type { ReactNode } from "react";

/** A part of the page under its own title. */
export function Part({ title, id, children }: { title: string; id?: string; children: ReactNode }) {
  return (
    <section id={id} className="grid grid-cols-1 gap-4">
      <h2 className="font-serif text-title font-medium tracking-title">{title}</h2>
      {children}
    </section>
  );
}
