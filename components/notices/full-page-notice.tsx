import type { ReactNode } from "react";

/** A page that says one thing: what happened, and what to do. */
export function FullPageNotice(props: { title: string; text: string; note?: string; children?: ReactNode }) {
  return (
    <main
      id="content"
      className="mx-auto flex min-h-dvh max-w-[42rem] flex-col justify-center gap-4 px-6 py-16"
    >
      <h1 className="font-serif text-3xl text-balance">{props.title}</h1>
      <p className="text-ink-muted max-w-prose">{props.text}</p>
      {props.children ? <div className="mt-2 flex flex-wrap gap-3">{props.children}</div> : null}
      {props.note ? <p className="text-ink-muted text-sm tabular-nums">{props.note}</p> : null}
    </main>
  );
}
