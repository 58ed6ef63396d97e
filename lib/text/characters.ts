/** Length of a text as the database counts it: in code points. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** What a form sends becomes what is kept: line ends as LF, nothing that a database cannot store. */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, "\n").replaceAll("\0", "");
}

// Turn what stands beside them around, or hide. Joiners stay: Persian and emoji are written with them.
const DISTURBING = /[\u202a-\u202e\u2066-\u2069\u200b\u2060-\u2064\u180e\ufff9-\ufffb]/gu;

// Letters without ink: a name of them would look like none.
const BLANKS = /[\s\p{Cc}\u115f\u1160\u2800\u3164\uffa0]+/gu;

// The languages that stack the most marks on one letter stay below this.
const STACKED_MARKS = /(\p{M}{6})\p{M}+/gu;

/**
 * One line as names, titles and tags are kept: single spaces, nothing that turns or hides its surroundings, and no more
 * marks on a letter than a line has room for.
 */
export function cleanLine(text: string): string {
  return cleanText(text).replace(DISTURBING, "").replace(BLANKS, " ").replace(STACKED_MARKS, "$1").trim();
}
