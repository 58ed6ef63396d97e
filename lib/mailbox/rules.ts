/** A piece of a mail's text: words, or an address to follow. */
export interface Piece {
  text: string;
  href: string | null;
  /** Where it begins in the text. */
  at: number;
}

const ADDRESS = /https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]]/g;

/** Cuts a text at its addresses. Joined again, the pieces are the text. */
export function cutAtLinks(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    if (match.index > end) pieces.push({ text: text.slice(end, match.index), href: null, at: end });
    pieces.push({ text: match[0], href: match[0], at: match.index });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), href: null, at: end });
  return pieces;
}
