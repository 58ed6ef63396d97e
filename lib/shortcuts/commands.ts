import { fold } from "@/lib/tenants/switcher-rules";

/** What a palette's search looks at. */
export interface Findable {
  label: string;
  /** Other words for it. */
  words?: string;
}

/** Commands whose label or other words hold every word of the query, those first whose label begins with it. */
export function matchCommands<C extends Findable>(commands: readonly C[], query: string): C[] {
  const wanted = fold(query).trim();
  const words = wanted.split(/\s+/).filter(Boolean);
  const found = commands.filter(({ label, words: others = "" }) => {
    const text = `${fold(label)} ${fold(others)}`;
    return words.every((word) => text.includes(word));
  });
  const begins = ({ label }: C) => (fold(label).startsWith(wanted) ? 0 : 1);
  return wanted ? found.sort((one, other) => begins(one) - begins(other)) : found;
}
