const MARK = "#write=";
const MOST_CHARACTERS = 5000;

/**
 * An address that brings a text to the composer there. The text stands behind `#`: browsers carry it along through the
 * steps of a hand-off and send it to no server, so that no log and no other host sees it.
 */
export function bringText(address: string, text: string): string {
  return `${address}${MARK}${encodeURIComponent(text)}`;
}

/** The text that the hash of an address brings, at most 5,000 characters; null where it brings none. */
export function readBroughtText(hash: string): string | null {
  if (!hash.startsWith(MARK)) return null;
  try {
    const text = decodeURIComponent(hash.slice(MARK.length)).trim();
    return text === "" ? null : [...text].slice(0, MOST_CHARACTERS).join("");
  } catch {
    return null;
  }
}
