/** A stretch of two texts: in both, or in one of them. */
export interface DiffPart {
  kind: "same" | "removed" | "added";
  text: string;
}

/** A stretch as it is shown; `skipped` stands for a long one that is in both and left out. */
export type ShownPart = DiffPart | { kind: "skipped" };

// Scripts without spaces between words are compared sign by sign.
const SIGN = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}`;
const TOKENS = new RegExp(String.raw`\s+|[${SIGN}]|(?:(?![${SIGN}])[\p{L}\p{M}\p{N}_])+|[^]`, "gu");

/** Differences beyond which two texts count as another text altogether: what is worth reading is far below. */
const MOST_CHANGES = 1000;

function tokensOf(text: string): string[] {
  return text.match(TOKENS) ?? [];
}

interface Change {
  kind: DiffPart["kind"];
  token: string;
}

/** How far each diagonal reaches with so many changes, for every number of changes (Myers, 1986); null beyond the most. */
function reaches(before: readonly string[], after: readonly string[]): Int32Array[] | null {
  const most = Math.min(before.length + after.length, MOST_CHANGES);
  const at = new Int32Array(2 * most + 3);
  const trace: Int32Array[] = [];
  for (let changes = 0; changes <= most; changes += 1) {
    trace.push(at.slice(most - changes, most + changes + 3));
    for (let line = -changes; line <= changes; line += 2) {
      const [below, above] = [at[most + line] ?? 0, at[most + line + 2] ?? 0];
      let x = line === -changes || (line !== changes && below < above) ? above : below + 1;
      while (x < before.length && x - line < after.length && before[x] === after[x - line]) x += 1;
      at[most + line + 1] = x;
      if (x >= before.length && x - line >= after.length) return trace;
    }
  }
  return null;
}

function changesOf(before: readonly string[], after: readonly string[]): Change[] {
  const trace = reaches(before, after);
  if (!trace) {
    return [
      ...before.map((token) => ({ kind: "removed" as const, token })),
      ...after.map((token) => ({ kind: "added" as const, token })),
    ];
  }
  const found: Change[] = [];
  let [x, y] = [before.length, after.length];
  for (let changes = trace.length - 1; changes >= 0; changes -= 1) {
    const at = trace[changes] ?? new Int32Array();
    const reach = (line: number) => at[line + changes + 1] ?? 0;
    const line = x - y;
    const down = line === -changes || (line !== changes && reach(line - 1) < reach(line + 1));
    const startX = changes === 0 ? 0 : reach(down ? line + 1 : line - 1) + (down ? 0 : 1);
    for (; x > startX && y > startX - line; x -= 1, y -= 1)
      found.push({ kind: "same", token: before[x - 1] ?? "" });
    if (changes === 0) break;
    if (down) {
      y -= 1;
      found.push({ kind: "added", token: after[y] ?? "" });
    } else {
      x -= 1;
      found.push({ kind: "removed", token: before[x] ?? "" });
    }
  }
  return found.reverse();
}

/** Puts what was removed before what was added, with the spaces between changed words in both. */
function toParts(changes: readonly Change[]): DiffPart[] {
  const parts: DiffPart[] = [];
  const add = (kind: DiffPart["kind"], text: string) => {
    const last = parts.at(-1);
    if (text === "") return;
    if (last?.kind === kind) last.text += text;
    else parts.push({ kind, text });
  };
  let [removed, added] = ["", ""];
  const settle = () => {
    add("removed", removed);
    add("added", added);
    [removed, added] = ["", ""];
  };
  changes.forEach(({ kind, token }, index) => {
    const next = changes[index + 1];
    const between = token.trim() === "" && removed + added !== "" && next && next.kind !== "same";
    if (kind === "removed" || (kind === "same" && between)) removed += token;
    if (kind === "added" || (kind === "same" && between)) added += token;
    if (kind !== "same" || between) return;
    settle();
    add("same", token);
  });
  settle();
  return parts;
}

/**
 * What changed between two texts, word by word. Joined without what was added it is the first text, without what was
 * removed the second.
 */
export function diffWords(before: string, after: string): DiffPart[] {
  const [old, now] = [tokensOf(before), tokensOf(after)];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  const shorter = Math.min(old.length, now.length) - start;
  while (end < shorter && old[old.length - 1 - end] === now[now.length - 1 - end]) end += 1;
  const same = (tokens: readonly string[]) => tokens.map((token) => ({ kind: "same" as const, token }));
  return toParts([
    ...same(old.slice(0, start)),
    ...changesOf(old.slice(start, old.length - end), now.slice(start, now.length - end)),
    ...same(old.slice(old.length - end)),
  ]);
}

function head(text: string, length: number): string {
  return tokensOf(text.slice(0, length)).slice(0, -1).join("");
}

function tail(text: string, length: number): string {
  return tokensOf(text.slice(-length)).slice(1).join("");
}

/** Leaves out what stayed the same further than `context` characters away from a change. */
export function shortenDiff(parts: readonly DiffPart[], context = 200): ShownPart[] {
  return parts.flatMap((part, index): ShownPart[] => {
    const [first, last] = [index === 0, index === parts.length - 1];
    if (part.kind !== "same" || part.text.length <= 2 * context) return [part];
    return [
      ...(first ? [] : [{ kind: "same" as const, text: head(part.text, context) }]),
      { kind: "skipped" as const },
      ...(last ? [] : [{ kind: "same" as const, text: tail(part.text, context) }]),
    ];
  });
}
