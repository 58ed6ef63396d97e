/** Where this device keeps whether single keys do something. */
export const SHORTCUTS_KEY = "archipelago:shortcuts";

/** Whether single keys do something: on, unless the person switched them off. Only in browsers. */
export function areShortcutsOn(): boolean {
  try {
    return localStorage.getItem(SHORTCUTS_KEY) !== "off";
  } catch {
    return true;
  }
}
