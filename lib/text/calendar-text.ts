/** A text as a calendar can hold it: line ends are all that is left of control characters. */
export function forCalendar(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|\u0085|\u2028|\u2029/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "");
}
