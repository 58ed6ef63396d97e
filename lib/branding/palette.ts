export type Theme = "light" | "dark";

/** Accent of the network itself, and of a community that has not chosen one. */
export const NETWORK_ACCENT = "#0f6b6b";

/**
 * The colours that do not depend on a community, as CSS values per theme: warm paper by day, deep water by
 * night. `app/globals.css` declares the same values; a test keeps the two together.
 */
export const PALETTE = {
  surface: { light: "oklch(0.972 0.011 84)", dark: "oklch(0.208 0.021 236)" },
  "surface-raised": { light: "oklch(0.991 0.005 84)", dark: "oklch(0.244 0.023 236)" },
  "surface-sunken": { light: "oklch(0.945 0.014 82)", dark: "oklch(0.176 0.019 238)" },
  ink: { light: "oklch(0.262 0.028 236)", dark: "oklch(0.925 0.012 84)" },
  "ink-muted": { light: "oklch(0.455 0.022 232)", dark: "oklch(0.735 0.017 225)" },
  line: { light: "oklch(0.872 0.016 80)", dark: "oklch(0.338 0.022 234)" },
  "line-strong": { light: "oklch(0.6 0.018 80)", dark: "oklch(0.575 0.02 230)" },
  danger: { light: "oklch(0.488 0.165 27)", dark: "oklch(0.755 0.125 25)" },
  ok: { light: "oklch(0.452 0.09 152)", dark: "oklch(0.775 0.105 152)" },
  warn: { light: "oklch(0.485 0.095 76)", dark: "oklch(0.8 0.105 78)" },
  "danger-soft": { light: "oklch(0.958 0.015 25)", dark: "oklch(0.285 0.045 25)" },
  "ok-soft": { light: "oklch(0.958 0.017 152)", dark: "oklch(0.285 0.032 165)" },
  "warn-soft": { light: "oklch(0.955 0.032 86)", dark: "oklch(0.295 0.036 80)" },
} as const satisfies Record<string, Record<Theme, string>>;

/** Text on a filled accent, a danger button and the like. */
export const INK_ON_COLOUR = {
  light: "oklch(0.99 0.006 84)",
  dark: "oklch(0.195 0.025 236)",
} as const satisfies Record<Theme, string>;
