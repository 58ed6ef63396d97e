const formats = new Map<string, Intl.NumberFormat>();

/** A whole number as it is written in a language: `1,050`, `1.050`, `١٬٠٥٠`. */
export function formatNumber(value: number, locale: string): string {
  const known = formats.get(locale);
  if (known) return known.format(value);
  const made = createFormat(locale);
  formats.set(locale, made);
  return made.format(value);
}

function createFormat(locale: string): Intl.NumberFormat {
  try {
    return new Intl.NumberFormat(locale);
  } catch {
    // A language that this runtime does not know must not take a page down.
    return new Intl.NumberFormat("en");
  }
}
