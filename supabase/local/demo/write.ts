import type { PersonKey } from "./people.ts";
import type { DemoComment } from "./types.ts";

/** Minutes before the moment of seeding, from days, hours and minutes. */
export function ago(days: number, hours = 0, minutes = 0): number {
  return (days * 24 + hours) * 60 + minutes;
}

/** Template tag for Markdown: drops the common indentation and the blank first and last line. */
export function md(text: TemplateStringsArray, ...values: readonly string[]): string {
  const whole = text.reduce((sum, part, at) => `${sum}${values[at - 1] ?? ""}${part}`);
  const lines = whole.split("\n");
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/u));
  const indent = Math.min(...indents);
  return lines
    .map((line) => line.slice(indent).trimEnd())
    .join("\n")
    .trim();
}

/** A comment with the comments that answer it. */
export function comment(
  author: PersonKey,
  minutesAgo: number,
  body: string,
  replies: readonly DemoComment[] = [],
): DemoComment {
  return { author, body, minutesAgo, replies };
}

/** A comment that was taken down; its replies stay where they are. */
export function removedComment(
  removed: "author" | "moderator",
  author: PersonKey,
  minutesAgo: number,
  body: string,
  replies: readonly DemoComment[] = [],
): DemoComment {
  return { author, body, minutesAgo, removed, replies };
}
