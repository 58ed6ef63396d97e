import { deriveAccent } from "@/lib/branding/accent";
import { toHex } from "@/lib/branding/colour";
import { islandPath } from "@/lib/branding/island-mark";
import { PALETTE } from "@/lib/branding/palette";

/** Pixels of every picture. */
export const WIDTH = 1200;
export const HEIGHT = 630;

const EDGE = { height: 16, part: 80 };
const ISLAND_UNITS = 64;

/** Colours of a picture as `#rrggbb`: the drawing library knows nothing newer. */
export function coloursOf(accent: string) {
  const { light } = deriveAccent(accent);
  const hex = (colour: string) => toHex(colour) ?? "#000000";
  return {
    surface: hex(PALETTE.surface.light),
    ink: hex(PALETTE.ink.light),
    muted: hex(PALETTE["ink-muted"].light),
    line: hex(PALETTE.line.light),
    accent: hex(light.accent),
    soft: hex(light["accent-soft"]),
    contour: hex(light["accent-line"]),
  };
}

export type Colours = ReturnType<typeof coloursOf>;

/** An island with its heights and shallow water, from its left upper corner, `size` pixels wide. */
function chartIsland(id: string, { x, y, size }: { x: number; y: number; size: number }, colours: Colours) {
  const { coast, contours, shallows } = islandPath(id);
  const thin = (width: number) => (width * ISLAND_UNITS) / size;
  const lines = contours.map((contour) => `<path d="${contour}" fill="none" stroke-width="${thin(2)}"/>`);
  return `<g transform="translate(${x} ${y}) scale(${size / ISLAND_UNITS})" stroke="${colours.contour}">
    <path d="${shallows}" fill="none" stroke-width="${thin(1.5)}" stroke-dasharray="${thin(2)} ${thin(9)}"/>
    <path d="${coast}" fill="${colours.soft}" stroke-width="${thin(2.5)}"/>${lines.join("")}</g>`;
}

function seaLines(colours: Colours): string {
  const lines = Array.from({ length: 7 }, (_, index) => `M0 ${105 * (index + 0.5)}H${WIDTH}`);
  return `<path d="${lines.join("")}" stroke="${colours.line}" stroke-width="1" opacity="0.55"/>`;
}

/** The edge of a chart, on which it counts its miles: the same as above every page. */
function scaleBar(colours: Colours): string {
  const parts = Array.from({ length: WIDTH / EDGE.part }, (_, index) => index).filter(
    (index) => index % 2 === 0,
  );
  const filled = parts.map((index) => `M${index * EDGE.part} 0h${EDGE.part}v${EDGE.height}h-${EDGE.part}z`);
  return `<path d="M0 ${EDGE.height + 0.5}H${WIDTH}" stroke="${colours.accent}"/><path d="${filled.join("")}" fill="${colours.accent}"/>`;
}

interface Scenery {
  /** Islands in the water: the community's own, or several for the network. */
  islands: readonly { id: string; x: number; y: number; size: number }[];
  /** The side on which a text begins. */
  direction: "ltr" | "rtl";
  colours: Colours;
  /** The island beside the name; none for the network. */
  mark: { id: string; x: number; y: number; size: number } | null;
}

/** Everything of a picture but its words, as SVG without a single text or address. */
export function drawScenery({ islands, direction, colours, mark }: Scenery): string {
  const mirrored = (x: number, size: number) => (direction === "rtl" ? WIDTH - x - size : x);
  const place = (island: { x: number; y: number; size: number }) => ({
    ...island,
    x: mirrored(island.x, island.size),
  });
  const drawn = islands.map((island) => chartIsland(island.id, place(island), colours));
  const sign = mark
    ? `<g transform="translate(${mirrored(mark.x, mark.size)} ${mark.y}) scale(${mark.size / 52}) translate(-6 -6)">
      <path d="${islandPath(mark.id).coast}" fill="${colours.accent}"/></g>`
    : "";
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">
    <rect width="${WIDTH}" height="${HEIGHT}" fill="${colours.surface}"/>${seaLines(colours)}${drawn.join("")}${sign}
    ${scaleBar(colours)}</svg>`;
}
