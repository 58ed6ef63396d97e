/** A place in a file that cannot be read, by its line (from 1). */
export interface BrokenLine {
  line: number;
  why: "no_calendar" | "no_name" | "not_closed";
}

const NAMED = /^[A-Za-z0-9-]+[;:]/;

/**
 * Looks a calendar file over before it is read as one: it begins as one, each of its lines says what it is, and what begins
 * ends. Gives the first place where that is not so.
 */
export function findBrokenLine(text: string): BrokenLine | null {
  const lines = text.split(/\r\n|\n|\r/);
  const open: { name: string; line: number }[] = [];
  let seen = false;
  for (const [n, whole] of lines.entries()) {
    const line = n + 1;
    if (whole === "" || /^[ \t]/.test(whole)) continue;
    if (!seen && !/^\ufeff?BEGIN:VCALENDAR\s*$/i.test(whole)) return { line, why: "no_calendar" };
    seen = true;
    if (!NAMED.test(whole.replace(/^\ufeff/, ""))) return { line, why: "no_name" };
    const [, verb, name] = /^\ufeff?(BEGIN|END):(.*?)\s*$/i.exec(whole) ?? [];
    if (!verb || !name) continue;
    if (verb.toUpperCase() === "BEGIN") open.push({ name: name.toUpperCase(), line });
    else if (open.pop()?.name !== name.toUpperCase()) return { line, why: "not_closed" };
  }
  if (!seen) return { line: 1, why: "no_calendar" };
  const left = open.at(-1);
  return left ? { line: left.line, why: "not_closed" } : null;
}
