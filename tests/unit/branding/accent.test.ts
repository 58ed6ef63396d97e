import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AccentColours, accentStyle, deriveAccent } from "@/lib/branding/accent";
import { avatarTint, initials } from "@/lib/branding/avatar";
import { contrast, parseColour, toHex } from "@/lib/branding/colour";
import { INK_ON_COLOUR, NETWORK_ACCENT, PALETTE, type Theme } from "@/lib/branding/palette";

const THEMES: readonly Theme[] = ["light", "dark"];
const SURFACES = ["surface", "surface-raised", "surface-sunken"] as const;
const hexColour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, "0")}`);

function hueDistance(one: number, other: number): number {
  const distance = Math.abs(one - other) % 360;
  return Math.min(distance, 360 - distance);
}

describe("an accent of any colour", () => {
  test("is readable on every surface and under its own text, by day and by night", {
    timeout: 60_000,
  }, () => {
    fc.assert(
      fc.property(hexColour, fc.constantFrom(...THEMES), (hex, theme) => {
        const colours: AccentColours = deriveAccent(hex)[theme];
        for (const surface of SURFACES) {
          expect(contrast(colours.accent, PALETTE[surface][theme])).toBeGreaterThanOrEqual(4.5);
        }
        expect(contrast(colours.accent, colours["accent-soft"])).toBeGreaterThanOrEqual(4.5);
        expect(contrast(colours["accent-ink"], colours.accent)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(PALETTE.ink[theme], colours["accent-soft"])).toBeGreaterThanOrEqual(7);
        expect(contrast(PALETTE["ink-muted"][theme], colours["accent-soft"])).toBeGreaterThanOrEqual(4.5);
      }),
      {
        numRuns: 1_000,
        examples: [
          ["#ffffff", "light"],
          ["#000000", "dark"],
          ["#ffff00", "light"],
        ],
      },
    );
  });

  test("keeps the hue that the owner chose", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(hexColour, fc.constantFrom(...THEMES), (hex, theme) => {
        const [chosen, derived] = [parseColour(hex), parseColour(deriveAccent(hex)[theme].accent)];
        fc.pre((chosen?.c ?? 0) > 0.03);
        expect(hueDistance(chosen?.h ?? 0, derived?.h ?? 0)).toBeLessThan(3);
      }),
      { numRuns: 1_000 },
    );
  });

  test("is on every screen the colour that was checked", () => {
    fc.assert(
      fc.property(hexColour, fc.constantFrom(...THEMES), (hex, theme) => {
        const { accent } = deriveAccent(hex)[theme];
        const shown = toHex(accent) ?? "";
        expect(contrast(shown, toHex(PALETTE["surface-sunken"][theme]) ?? "")).toBeGreaterThan(4.4);
      }),
    );
  });

  test("what is not a colour gets the network's", () => {
    for (const value of ["", "red", "#12", "url(https://evil.example)", "#0f6b6b;color:red"]) {
      expect(deriveAccent(value)).toEqual(deriveAccent(NETWORK_ACCENT));
    }
  });

  test("a colour that is readable already is left alone", () => {
    expect(contrast(deriveAccent("#1f5f8b").light.accent, "#1f5f8b")).toBeLessThan(1.02);
  });
});

describe("the stylesheet", () => {
  const css = readFileSync(path.join(import.meta.dirname, "../../../components/styles/tokens.css"), "utf8");
  const declared = (name: string) => css.match(new RegExp(`  --${name}: ([^;]+);`))?.[1];

  test.each(Object.entries(PALETTE))("declares --%s as the calculations know it", (name, { light, dark }) => {
    expect(declared(name)).toBe(`light-dark(${light}, ${dark})`);
  });

  test("declares the network's accent as it is derived", () => {
    for (const [name, value] of Object.entries(accentStyle(NETWORK_ACCENT))) {
      expect(declared(name.slice(2)), name).toBe(value);
    }
    expect(declared("ink-on-colour")).toBe(`light-dark(${INK_ON_COLOUR.light}, ${INK_ON_COLOUR.dark})`);
  });

  test.each(THEMES)("text is readable in %s", (theme) => {
    for (const surface of SURFACES) {
      for (const ink of ["ink", "ink-muted", "danger", "ok", "warn"] as const) {
        expect(
          contrast(PALETTE[ink][theme], PALETTE[surface][theme]),
          `${ink} on ${surface}`,
        ).toBeGreaterThan(4.5);
      }
      expect(contrast(PALETTE["line-strong"][theme], PALETTE[surface][theme]), surface).toBeGreaterThan(3);
    }
    for (const ink of ["danger", "ok", "warn"] as const) {
      const tint = PALETTE[`${ink}-soft`][theme];
      for (const text of ["ink", "ink-muted", ink] as const) {
        expect(contrast(PALETTE[text][theme], tint), `${text} on ${ink}-soft`).toBeGreaterThan(4.5);
      }
      expect(contrast(INK_ON_COLOUR[theme], PALETTE[ink][theme]), ink).toBeGreaterThan(4.5);
    }
  });
});

describe("people without a picture", () => {
  test.each([
    ["Ana María Ruiz", "AR"],
    ["femi", "F"],
    ["山田太郎", "山"],
    ["山田 太郎", "山"],
    ["محمد علي", "م"],
    ["jean-luc picard", "JP"],
    ["👩‍🚀 Zoë", "Z"],
    ["  ", ""],
    ["user_42", "U4"],
  ])("%s is %s", (name, expected) => {
    expect(initials(name)).toBe(expected);
  });

  test("initials are readable on their tint", () => {
    for (let index = 0; index < 60; index += 1) {
      const { backgroundColor, color } = avatarTint(`name ${index}`);
      const pair = (value: string) => value.match(/oklch\([^)]+\)/g) ?? [];
      THEMES.forEach((_, theme) => {
        expect(contrast(pair(color)[theme] ?? "", pair(backgroundColor)[theme] ?? "")).toBeGreaterThan(4.5);
      });
    }
  });
});
