/** Where the focus goes when the last post at the door was answered. */
export const DOOR_TITLE_ID = "door";

/** Id of a post at the door. */
export function waitingId(share: string): string {
  return `waiting-${share}`;
}
