/** Most bytes of a file that somebody sends. */
export const UPLOAD_BYTES = 10 * 1024 * 1024;
/** Most pixels of a picture that somebody sends. */
export const UPLOAD_PIXELS = 25_000_000;
/** Longest side of what is kept, in pixels. */
export const LONGEST_SIDE = 2560;

/** Widths of the smaller files beside the largest one. */
const STEPS = [640, 1280] as const;

/** Sides of the square files of a face or logo. */
export const MARK_SIDES = [64, 160, 320] as const;
export type MarkSide = (typeof MARK_SIDES)[number];

export interface Size {
  width: number;
  height: number;
}

/** The size that a picture gets: as it is, or with its longest side at {@link LONGEST_SIDE}. Pure. */
export function fittedSize({ width, height }: Size, longest = LONGEST_SIDE): Size {
  const scale = Math.min(1, longest / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** Widths of the files of a picture, smallest first, its own last. A step hardly below its own is left out. Pure. */
export function widthsOf(width: number): number[] {
  return [...STEPS.filter((step) => step * 1.2 < width), width];
}
