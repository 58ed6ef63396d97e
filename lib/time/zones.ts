/** Whether a time zone is one that this runtime can reckon with: an IANA name, not an offset. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}

/** All zones to choose from, in the order of their names, and the given one even where it is an old spelling. */
export function listTimeZones(current?: string | null): string[] {
  const zones = new Set(["UTC", ...Intl.supportedValuesOf("timeZone")]);
  if (current && isTimeZone(current)) zones.add(current);
  return [...zones].sort();
}
