const PREFIX = "archipelago:draft:";

/** Where this device keeps what a person is writing in one place. */
export function draftKey(person: string | undefined, ...place: (string | undefined)[]): string {
  return `${PREFIX}${[person, ...place].join(":")}`;
}

/**
 * Takes drafts off this device: all of them, or all but one person's. Whoever uses it next finds nothing that somebody
 * else was writing.
 */
export function forgetDrafts(except?: string): void {
  try {
    for (const key of Object.keys(localStorage)) {
      const kept = except !== undefined && key.startsWith(`${PREFIX}${except}:`);
      if (key.startsWith(PREFIX) && !kept) localStorage.removeItem(key);
    }
  } catch {
    // Where storage is forbidden, nothing was kept.
  }
}
