import {
  useMode as addColourSpace,
  clampChroma,
  converter,
  formatHex,
  modeLrgb,
  modeOklch,
  modeRgb,
  type Oklch,
  wcagContrast,
} from "culori/fn";

// culori's lean build knows no colour space until it is told which ones are wanted.
addColourSpace(modeRgb);
addColourSpace(modeLrgb);
addColourSpace(modeOklch);

const toOklch = converter("oklch");

/** Reads a CSS colour (`#rrggbb`, `oklch(...)`); undefined where it is none. */
export function parseColour(value: string): Oklch | undefined {
  return toOklch(value);
}

/** The same lightness and hue with as much chroma as a screen can show. */
export function inGamut(colour: Oklch): Oklch {
  return clampChroma(colour, "oklch");
}

/** WCAG contrast ratio of two colours, 1 to 21. */
export function contrast(one: Oklch | string, other: Oklch | string): number {
  return wcagContrast(one, other);
}

/** A colour as a CSS value, rounded so that what was checked is what is written. */
export function formatOklch(colour: Oklch): string {
  return `oklch(${round(colour.l, 3)} ${round(colour.c, 4)} ${round(colour.h ?? 0, 1)})`;
}

/** `#rrggbb` of a CSS colour, for places that know nothing newer (theme-color, mail); undefined where it is none. */
export function toHex(colour: string): string | undefined {
  return formatHex(colour);
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
