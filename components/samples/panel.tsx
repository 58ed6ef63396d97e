import type { ReactNode } from "react";
import { ButtonSamples, ChoiceSamples, FieldSamples } from "./controls";
import { EmptySamples, ListSamples, MarkSamples, NoticeSamples, WaitingSamples } from "./showings";
import { SAMPLE_PARTS, type SampleWords } from "./words";

interface SamplePanelProps {
  words: SampleWords;
  theme: "light" | "dark";
}

/** Everything once, by day or by night, in one direction. */
export function SamplePanel({ words, theme }: SamplePanelProps) {
  const { lang, dir } = words;
  const scope = `${theme}-${dir}`;
  const parts: readonly [title: string, content: ReactNode][] = [
    [SAMPLE_PARTS.buttons, <ButtonSamples key="buttons" words={words} />],
    [SAMPLE_PARTS.fields, <FieldSamples key="fields" words={words} scope={scope} />],
    [SAMPLE_PARTS.choices, <ChoiceSamples key="choices" words={words} scope={scope} />],
    [SAMPLE_PARTS.notices, <NoticeSamples key="notices" words={words} scope={scope} />],
    [SAMPLE_PARTS.marks, <MarkSamples key="marks" words={words} />],
    [SAMPLE_PARTS.lists, <ListSamples key="lists" words={words} />],
    [SAMPLE_PARTS.waiting, <WaitingSamples key="waiting" words={words} />],
    [SAMPLE_PARTS.empty, <EmptySamples key="empty" words={words} />],
  ];
  return (
    <section
      data-theme={theme}
      dir={dir}
      lang={lang}
      aria-label={`${SAMPLE_PARTS[theme]} ${lang}`}
      className="grid min-w-0 grid-cols-1 content-start gap-8 bg-surface p-4 text-ink sm:p-6"
    >
      {parts.map(([title, content]) => (
        <div key={title} className="grid grid-cols-1 gap-4 border-t border-line pt-4">
          <h2 lang="en" dir="ltr" className="text-sm font-medium text-ink-muted">
            {title}
          </h2>
          {content}
        </div>
      ))}
    </section>
  );
}
