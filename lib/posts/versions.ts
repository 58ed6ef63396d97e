import { diffWords, type ShownPart, shortenDiff } from "@/lib/text/word-diff";

/** What was written at one time. */
interface Words {
  /** Null for what is there now. */
  id: string | null;
  title: string | null;
  /** Null where a moderator took it away. */
  body: string | null;
  written_at: string;
}

/** A version as its readers see it: what it changed, or all of it where nothing stands before it. */
export interface Version {
  id: string | null;
  written_at: string;
  removed: boolean;
  /** Null where the title did not change. */
  title: ShownPart[] | null;
  body: ShownPart[];
}

function compare({ id, title, body, written_at }: Words, before: Words | undefined): Version {
  const version = { id, written_at, removed: body === null };
  if (body === null) return { ...version, title: null, body: [] };
  if (!before) {
    const whole = (text: string): ShownPart[] => (text === "" ? [] : [{ kind: "same", text }]);
    return { ...version, title: title === null ? null : whole(title), body: whole(body) };
  }
  return {
    ...version,
    title: before.title === title ? null : diffWords(before.title ?? "", title ?? ""),
    body: shortenDiff(diffWords(before.body ?? "", body)),
  };
}

/** Versions in the order of time become what is shown of each, newest first, compared with what is left before it. */
export function toVersions(words: readonly Words[]): Version[] {
  return words
    .map((one, index) =>
      compare(
        one,
        words.slice(0, index).findLast(({ body }) => body !== null),
      ),
    )
    .reverse();
}
