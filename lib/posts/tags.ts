import { cleanLine } from "@/lib/text/characters";

/** The tags in what somebody typed: separated by commas, without their number signs, each once, in order. */
export function parseTags(text: string): string[] {
  const seen = new Map<string, string>();
  for (const part of text.split(/[,،、\n]/u)) {
    const tag = cleanLine(part).replace(/^[\s#]+/u, "");
    const key = tag.toLowerCase();
    if (tag !== "" && !seen.has(key)) seen.set(key, tag);
  }
  return [...seen.values()];
}

/** Tags as one types them. */
export function formatTags(tags: readonly string[]): string {
  return tags.join(", ");
}
