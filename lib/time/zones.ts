/** Names by which the data of browsers and Node still know some zones, and the ones that people there use now. */
const RENAMED: Readonly<Record<string, string>> = {
  "Africa/Asmera": "Africa/Asmara",
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "America/Catamarca": "America/Argentina/Catamarca",
  "America/Cordoba": "America/Argentina/Cordoba",
  "America/Jujuy": "America/Argentina/Jujuy",
  "America/Mendoza": "America/Argentina/Mendoza",
  "America/Coral_Harbour": "America/Atikokan",
  "America/Godthab": "America/Nuuk",
  "America/Indianapolis": "America/Indiana/Indianapolis",
  "America/Louisville": "America/Kentucky/Louisville",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
  "Pacific/Enderbury": "Pacific/Kanton",
  "Pacific/Ponape": "Pacific/Pohnpei",
  "Pacific/Truk": "Pacific/Chuuk",
};

/** Whether a time zone is one that this runtime can reckon with: an IANA name, not an offset. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}

/** The name by which a zone goes now: `Asia/Kolkata` for `Asia/Calcutta`. */
export function currentZoneName(name: string): string {
  const renamed = Object.hasOwn(RENAMED, name) ? RENAMED[name] : undefined;
  return renamed && isTimeZone(renamed) ? renamed : name;
}

const known = new Set(["UTC", ...Intl.supportedValuesOf("timeZone").map(currentZoneName)]);

/** All zones to choose from, in the order of their names, and the given one even where it is an old spelling. */
export function listTimeZones(current?: string | null): string[] {
  const zones = new Set(known);
  if (current && isTimeZone(current)) zones.add(current);
  return [...zones].sort();
}

/**
 * The zone that somebody means by a name: an IANA name in any case and with spaces, or its last part alone where only
 * one zone ends in it, as "madrid" does. Null for what is no zone.
 */
export function findTimeZone(text: string): string | null {
  const wanted = text.trim().replace(/\s+/g, "_").toLowerCase();
  const current = [...known].find((zone) => zone.toLowerCase() === wanted);
  if (current) return current;
  const towns = [...known].filter((zone) => zone.toLowerCase().endsWith(`/${wanted}`));
  if (towns.length === 1) return towns[0] ?? null;
  // An old spelling is a zone too.
  const written = text.trim().replace(/\s+/g, "_");
  return written.includes("/") && isTimeZone(written) ? currentZoneName(written) : null;
}
