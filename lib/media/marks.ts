import { MARK_SIDES, type MarkSide } from "./sizes";

const UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const FACE = new RegExp(`^(?:people|${UUID})/${UUID}/${UUID}$`);
const LOGO = new RegExp(`^${UUID}/${UUID}$`);

/** Whether a stored path names a face. Pure. */
export function isFacePath(path: string): boolean {
  return FACE.test(path);
}

/** Whether a stored path names a logo. Pure. */
export function isLogoPath(path: string): boolean {
  return LOGO.test(path);
}

/** The file that serves a square of so many CSS pixels on a dense screen. */
function sideFor(pixels: number): MarkSide {
  return MARK_SIDES.find((side) => side >= pixels * 2) ?? 320;
}

/** Where a face is served, for a square of so many CSS pixels; null without one. Pure. */
export function faceSrc(path: string | null | undefined, pixels: number): string | null {
  return path && isFacePath(path) ? `/media/face/${path}/${sideFor(pixels)}.webp` : null;
}

/** Where a logo is served, for a square of so many CSS pixels; null without one. Pure. */
export function logoSrc(path: string | null | undefined, pixels: number): string | null {
  return path && isLogoPath(path) ? `/media/logo/${path}/${sideFor(pixels)}.webp` : null;
}
