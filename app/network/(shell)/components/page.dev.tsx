import type { Metadata } from "next";
import { PageTitle } from "@/components/layout/page-title";
import { PageColumn } from "@/components/network/page-column";
import { OpeningSamples } from "@/components/samples/openings";
import { SamplePanel } from "@/components/samples/panel";
import { SAMPLE_PARTS, SAMPLE_WORDS } from "@/components/samples/words";

const THEMES = ["light", "dark"] as const;

export const metadata: Metadata = { title: SAMPLE_PARTS.page };

/** Every component in every state. next.config.ts makes it a page in development alone. */
export default function ComponentsPage() {
  return (
    <PageColumn width="wide">
      <PageTitle title={SAMPLE_PARTS.page} text={SAMPLE_PARTS.intro} />
      <section id="open" aria-label={SAMPLE_PARTS.open} className="mb-8">
        {SAMPLE_WORDS.slice(0, 1).map((words) => (
          <OpeningSamples key={words.lang} words={words} />
        ))}
      </section>
      <div className="grid grid-cols-1 overflow-hidden rounded-surface border border-line rail:grid-cols-2">
        {SAMPLE_WORDS.flatMap((words) =>
          THEMES.map((theme) => <SamplePanel key={`${words.lang}-${theme}`} words={words} theme={theme} />),
        )}
      </div>
    </PageColumn>
  );
}
