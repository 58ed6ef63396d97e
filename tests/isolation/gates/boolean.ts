/** A boolean expression as pg_get_expr prints it, taken apart as far as and/or go. */
export type Condition = { kind: "and" | "or"; parts: Condition[] } | { kind: "leaf"; text: string };

/** Removes the parentheses around a whole expression. */
function bare(text: string): string {
  const trimmed = text.trim();
  if (!trimmed.startsWith("(") || closing(trimmed, 0) !== trimmed.length - 1) return trimmed;
  return bare(trimmed.slice(1, -1));
}

function closing(text: string, from: number): number {
  let depth = 0;
  let quoted = false;
  for (let at = from; at < text.length; at++) {
    const sign = text[at];
    if (sign === "'") quoted = !quoted;
    if (quoted) continue;
    if (sign === "(") depth++;
    if (sign === ")" && --depth === 0) return at;
  }
  return text.length;
}

function split(text: string, word: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "(") at = closing(text, at);
    else if (text[at] === "'") at = text.indexOf("'", at + 1);
    else if (text.startsWith(word, at)) {
      parts.push(text.slice(start, at));
      start = at + word.length;
    }
  }
  return [...parts, text.slice(start)];
}

/** Parses and/or; everything else is a leaf. */
export function parseCondition(expression: string): Condition {
  const text = bare(expression);
  for (const kind of ["or", "and"] as const) {
    const parts = split(text, ` ${kind.toUpperCase()} `);
    if (parts.length > 1) return { kind, parts: parts.map(parseCondition) };
  }
  return { kind: "leaf", text };
}

/** Whether a fence stands on every way through the condition. */
export function isFenced(condition: Condition, fence: (leaf: string) => boolean): boolean {
  if (condition.kind === "leaf") return fence(condition.text);
  return condition.kind === "or"
    ? condition.parts.every((part) => isFenced(part, fence))
    : condition.parts.some((part) => isFenced(part, fence));
}
