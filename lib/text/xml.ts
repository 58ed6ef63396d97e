// What XML 1.0 cannot hold in any spelling.
const NOT_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** A text without the characters that no XML document may contain. */
export function forXml(text: string): string {
  return text.toWellFormed().replace(NOT_XML, "");
}
