import { useFormatter, useTranslations } from "next-intl";
import { accentStyle } from "@/lib/branding/accent";
import { islandPath } from "@/lib/branding/island-mark";
import { type ChartSize, chartName, layoutChart, type PlacedIsland } from "@/lib/tenants/chart-layout";
import { communityHref } from "@/lib/tenants/directory-rules";
import type { DirectoryItem } from "@/lib/tenants/directory-schemas";

const SHAPES = {
  wide: { width: 1180, height: 400, largest: 230, letters: 24 },
  square: { width: 660, height: 540, largest: 240, letters: 22 },
  tall: { width: 390, height: 430, largest: 170, letters: 18 },
} as const satisfies Record<string, ChartSize>;
const TOLD = 8;
const STEP = 72;

interface IslandChartProps {
  communities: readonly DirectoryItem[];
  signedIn: boolean;
  /** On a wide page; a phone gets its own. */
  shape: "wide" | "square";
}

/** The page's picture: communities as islands on a chart, sized by their members. The list below it says the same. */
export function IslandChart({ communities, signedIn, shape }: IslandChartProps) {
  const t = useTranslations("network");
  const format = useFormatter();
  if (communities.length === 0) return null;
  const told = communities
    .slice(0, TOLD)
    .map(({ name, member_count }) => t("chartItem", { name, count: member_count }));
  const list = format.list(told, { type: "unit" });
  return (
    <figure className="overflow-hidden rounded-surface border border-line bg-surface-sunken">
      <Chart size={SHAPES[shape]} communities={communities} signedIn={signedIn} className="hidden sm:block" />
      <Chart size={SHAPES.tall} communities={communities} signedIn={signedIn} className="sm:hidden" />
      <figcaption className="sr-only">
        <p>{t("chartTitle")}</p>
        <p>{t("chartText", { count: communities.length, list })}</p>
      </figcaption>
    </figure>
  );
}

interface ChartProps extends Omit<IslandChartProps, "shape"> {
  size: ChartSize;
  className: string;
}

function Chart({ size, communities, signedIn, className }: ChartProps) {
  const islands = layoutChart(communities, size);
  const columns = Array.from({ length: Math.floor(size.width / STEP) }, (_, n) => (n + 1) * STEP);
  const rows = Array.from({ length: Math.floor(size.height / STEP) }, (_, n) => (n + 1) * STEP);
  return (
    <svg aria-hidden viewBox={`0 0 ${size.width} ${size.height}`} className={`w-full ${className}`}>
      <g className="stroke-line" strokeWidth={1} opacity={0.6}>
        {columns.map((x) => (
          <line key={x} x1={x} x2={x} y1={0} y2={size.height} />
        ))}
        {rows.map((y) => (
          <line key={y} x1={0} x2={size.width} y1={y} y2={y} />
        ))}
      </g>
      <Rose x={size.width - 46} y={size.height - 46} />
      {islands.map((island) => (
        <Island
          key={island.community.id}
          island={island}
          href={communityHref(island.community, signedIn)}
          letters={size.letters}
        />
      ))}
    </svg>
  );
}

/** Which way is north. */
function Rose({ x, y }: { x: number; y: number }) {
  return (
    <g transform={`translate(${x} ${y})`} className="fill-line-strong stroke-line-strong" opacity={0.7}>
      <circle r={20} fill="none" strokeWidth={1} />
      <path d="M0,-28 L4,-4 L0,0 L-4,-4 Z" stroke="none" />
      <path
        d="M0,24 L4,4 L0,0 L-4,4 Z M-24,0 L-4,4 L0,0 L-4,-4 Z M24,0 L4,4 L0,0 L4,-4 Z"
        fill="none"
        strokeWidth={1}
      />
    </g>
  );
}

interface IslandProps {
  island: PlacedIsland<DirectoryItem>;
  href: string;
  /** Characters of its name that are shown. */
  letters: number;
}

function Island({ island, href, letters }: IslandProps) {
  const { community, x, y, size } = island;
  const { coast, contours, shallows } = islandPath(community.id);
  const scale = size / 64;
  // The list below has the same links for keyboards; here they are for pointers.
  return (
    <a href={href} tabIndex={-1} style={accentStyle(community.accent)} className="group">
      <g transform={`translate(${x - size / 2} ${y - size / 2}) scale(${scale})`}>
        <rect width={64} height={64} fill="transparent" />
        <path d={shallows} className="island-shallows" />
        <path d={coast} className="island-land" />
        {contours.map((contour) => (
          <path key={contour} d={contour} className="island-contour" />
        ))}
      </g>
      <text
        x={x}
        y={y + size / 2 + 16}
        textAnchor="middle"
        lang={community.locale}
        className="fill-ink font-serif text-sm group-hover:underline"
      >
        {chartName(community.name, letters)}
      </text>
    </a>
  );
}
