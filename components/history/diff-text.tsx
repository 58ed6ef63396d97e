import { useTranslations } from "next-intl";
import type { ShownPart } from "@/lib/text/word-diff";

/** What changed in a text: what went struck through, what came underlined, and both said to those who listen. */
export function DiffText({ parts, lang }: { parts: readonly ShownPart[]; lang: string }) {
  let length = 0;
  const placed = parts.map((part) => {
    length += part.kind === "skipped" ? 1 : part.text.length;
    return { part, end: length };
  });
  return (
    <p
      dir="auto"
      lang={lang}
      className="max-w-measure whitespace-pre-wrap [overflow-wrap:anywhere] [unicode-bidi:plaintext]"
    >
      {placed.map(({ part, end }) => (
        <Part key={end} part={part} />
      ))}
    </p>
  );
}

function Part({ part }: { part: ShownPart }) {
  const t = useTranslations("post.history");
  switch (part.kind) {
    case "same":
      return part.text;
    case "skipped":
      return (
        <span className="mx-1 rounded-[4px] bg-surface-sunken px-1.5 text-ink-muted">
          <span aria-hidden>…</span>
          <span className="sr-only">{t("skipped")}</span>
        </span>
      );
    case "removed":
      return (
        <del className="rounded-[3px] bg-danger-soft text-danger decoration-1">
          <span className="sr-only">{t("removed")} </span>
          {part.text}
        </del>
      );
    case "added":
      return (
        <ins className="rounded-[3px] bg-ok-soft text-ok decoration-1 underline-offset-2">
          <span className="sr-only">{t("added")} </span>
          {part.text}
        </ins>
      );
  }
}
