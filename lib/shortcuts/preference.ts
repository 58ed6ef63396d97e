/** Where a browser keeps its own choice whether single keys are shortcuts: "on" or "off". */
const SHORTCUTS_KEY = "archipelago:shortcuts";

/** Whether single keys are shortcuts: as chosen in this browser, else as the person chose. Ctrl+K is one in any case. */
export function areShortcutsOn(): boolean {
  const person = document.documentElement.dataset.shortcuts !== "off";
  try {
    const browser = localStorage.getItem(SHORTCUTS_KEY);
    return browser === null ? person : browser !== "off";
  } catch {
    return person;
  }
}

/** Switches single keys on or off for this browser. */
export function setShortcutsOn(on: boolean): void {
  try {
    localStorage.setItem(SHORTCUTS_KEY, on ? "on" : "off");
  } catch {
    // A browser that keeps nothing leaves it to the person's choice.
  }
}
