import type { Oklch } from "culori/fn";
import type { CSSProperties } from "react";
import { remember } from "@/lib/cache/remember";
import { contrast, formatOklch, inGamut, parseColour } from "./colour";
import { INK_ON_COLOUR, NETWORK_ACCENT, PALETTE, type Theme } from "./palette";

export interface AccentColours {
  /** The colour itself: filled buttons, links, the bar that says where one is. */
  accent: string;
  /** Text on `accent`. */
  "accent-ink": string;
  /** Tint behind text: selected rows, chips. */
  "accent-soft": string;
  /** Fine line of the same colour. */
  "accent-line": string;
}

export type AccentVariables = Record<`--${keyof AccentColours}`, string>;

const READABLE = 4.5;
const STEP = 0.005;

// Where the search for a readable lightness begins, and which way it goes: at its end lie black or white,
// which are readable, so it ends.
const SHADES = {
  light: {
    direction: -1,
    from: [0.3, 0.7],
    soft: { l: 0.94, c: 0.02 },
    line: { l: 0.79, c: 0.07 },
    maxChroma: 0.2,
  },
  dark: {
    direction: 1,
    from: [0.4, 0.86],
    soft: { l: 0.288, c: 0.032 },
    line: { l: 0.46, c: 0.065 },
    maxChroma: 0.16,
  },
} as const;

/**
 * Makes a readable accent for both themes of whatever colour an owner chose. Hue stays; lightness moves until
 * text on the accent, and the accent as text on every surface and on its own tint, reach 4.5:1.
 *
 * @param hex `#rrggbb`; anything else gives the network's accent
 */
export const deriveAccent = remember(2_000, (hex): Record<Theme, AccentColours> => {
  const seed = (/^#[0-9a-f]{6}$/i.test(hex) ? parseColour(hex) : undefined) ?? parseColour(NETWORK_ACCENT);
  if (!seed) throw new Error("The network's accent is not a colour");
  return { light: deriveForTheme(seed, "light"), dark: deriveForTheme(seed, "dark") };
});

/** Custom properties that give an element and everything in it an accent: `<div style={accentStyle(hex)}>`. */
export function accentStyle(hex: string): CSSProperties & AccentVariables {
  const { light, dark } = deriveAccent(hex);
  const both = (name: keyof AccentColours) => `light-dark(${light[name]}, ${dark[name]})`;
  return {
    "--accent": both("accent"),
    "--accent-ink": both("accent-ink"),
    "--accent-soft": both("accent-soft"),
    "--accent-line": both("accent-line"),
  };
}

function deriveForTheme(seed: Oklch, theme: Theme): AccentColours {
  const { direction, from, soft, line, maxChroma } = SHADES[theme];
  const chroma = Math.min(seed.c, maxChroma);
  const tint = shade(seed, soft.l, Math.min(chroma * 0.3, soft.c));
  let lightness = Math.min(Math.max(seed.l, from[0]), from[1]);
  let accent = shade(seed, lightness, chroma);
  while (!isReadable(accent, tint, theme)) {
    lightness += direction * STEP;
    accent = shade(seed, lightness, chroma);
  }
  return {
    accent,
    "accent-ink": INK_ON_COLOUR[theme],
    "accent-soft": tint,
    "accent-line": shade(seed, line.l, Math.min(chroma * 0.7, line.c)),
  };
}

function shade(seed: Oklch, lightness: number, chroma: number): string {
  return formatOklch(inGamut({ mode: "oklch", l: lightness, c: chroma, h: seed.h }));
}

function isReadable(accent: string, tint: string, theme: Theme): boolean {
  const behind = [PALETTE.surface, PALETTE["surface-raised"], PALETTE["surface-sunken"]].map(
    (pair) => pair[theme],
  );
  return [...behind, tint, INK_ON_COLOUR[theme]].every((other) => contrast(accent, other) >= READABLE);
}
