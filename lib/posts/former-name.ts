/** What the database calls somebody who left without their name, in each language (`private.former_member`). */
const FORMER_NAMES: ReadonlySet<string> = new Set([
  "Former member",
  "Antiguo miembro",
  "元メンバー",
  "عضو سابق",
]);

/** Whether a name says by itself that whoever bears it is no member any more. */
export function isFormerName(name: string): boolean {
  return FORMER_NAMES.has(name);
}
