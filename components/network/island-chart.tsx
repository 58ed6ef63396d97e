import { useTranslations } from "next-intl";
import { accentStyle } from "@/lib/branding/accent";
import { islandPath } from "@/lib/branding/island-mark";
import { directionOf } from "@/lib/i18n/locales";
import {
  type ChartSize,
  chartName,
  layoutChart,
  type PlacedIsland,
  routeThrough,
} from "@/lib/tenants/chart-layout";
import { communityHref } from "@/lib/tenants/directory-rules";
import type { DirectoryItem } from "@/lib/tenants/directory-schemas";

const SHAPES = {
  wide: { width: 1180, height: 400, largest: 230, letters: 24 },
  square: { width: 660, height: 540, largest: 240, letters: 22 },
  tall: { width: 390, height: 430, largest: 170, letters: 18 },
} as const satisfies Record<string, ChartSize>;
const STEP = 72;
const EDGE = 9;
const ROSE = 34;

interface IslandChartProps {
  communities: readonly DirectoryItem[];
  /** How many there are, of which these are the largest. */
  total: number;
  signedIn: boolean;
  /** On a wide page; a phone gets its own. */
  shape: "wide" | "square";
}

/** The page's picture: communities as islands on a chart, sized by their members, and each a way there. */
export function IslandChart({ communities, total, signedIn, shape }: IslandChartProps) {
  const t = useTranslations("network");
  if (communities.length === 0) return null;
  const of = { communities, total, signedIn };
  return (
    <div className="relative overflow-hidden rounded-surface border border-line bg-surface-sunken">
      <a
        href="#directory"
        className="absolute start-4 top-4 z-10 rounded-control bg-surface-raised px-3 py-2 text-sm not-focus:sr-only"
      >
        {t("skipChart")}
      </a>
      <Chart size={SHAPES[shape]} {...of} className="hidden sm:block" />
      <Chart size={SHAPES.tall} {...of} className="sm:hidden" />
    </div>
  );
}

interface ChartProps extends Omit<IslandChartProps, "shape"> {
  size: ChartSize;
  className: string;
}

function Chart({ size, communities, total, signedIn, className }: ChartProps) {
  const t = useTranslations("network");
  const rose = { x: size.width - ROSE * 1.6, y: size.height - ROSE * 1.6, radius: ROSE };
  const islands = layoutChart(communities, size, rose);
  const count = islands.length;
  const columns = Array.from({ length: Math.floor(size.width / STEP) }, (_, n) => (n + 1) * STEP);
  const rows = Array.from({ length: Math.floor(size.height / STEP) }, (_, n) => (n + 1) * STEP);
  return (
    <svg viewBox={`0 0 ${size.width} ${size.height}`} className={`w-full ${className}`}>
      <title>{total > count ? t("chartTextLargest", { count, total }) : t("chartText", { count })}</title>
      <g aria-hidden className="stroke-line" strokeWidth={1} opacity={0.6}>
        {columns.map((x) => (
          <line key={x} x1={x} x2={x} y1={0} y2={size.height} />
        ))}
        {rows.map((y) => (
          <line key={y} x1={0} x2={size.width} y1={y} y2={y} />
        ))}
      </g>
      <Neatline width={size.width} height={size.height} />
      <Rose x={rose.x} y={rose.y} />
      <Route islands={islands} />
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

/** The chart's border: degrees in filled and open parts between two fine lines. */
function Neatline({ width, height }: { width: number; height: number }) {
  const at = (inset: number) => ({
    x: inset,
    y: inset,
    width: width - inset * 2,
    height: height - inset * 2,
  });
  return (
    <g aria-hidden fill="none" className="stroke-line-strong" opacity={0.55}>
      <rect {...at(EDGE - 3)} strokeWidth={0.75} />
      <rect {...at(EDGE)} strokeWidth={3} strokeDasharray={`${STEP / 2} ${STEP / 2}`} />
      <rect {...at(EDGE + 3)} strokeWidth={0.75} />
    </g>
  );
}

/** The way between the islands that somebody belongs to. */
function Route({ islands }: { islands: readonly PlacedIsland<DirectoryItem>[] }) {
  const own = islands.filter(({ community }) => community.membership === "active");
  if (own.length < 2) return null;
  return (
    <path
      aria-hidden
      d={routeThrough(own)}
      fill="none"
      className="stroke-accent"
      strokeWidth={1.5}
      strokeDasharray="5 7"
      opacity={0.8}
    />
  );
}

/** Which way is north. */
function Rose({ x, y }: { x: number; y: number }) {
  return (
    <g
      aria-hidden
      transform={`translate(${x} ${y})`}
      className="fill-line-strong stroke-line-strong"
      opacity={0.7}
    >
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
  const t = useTranslations("network");
  const { community, x, y, size } = island;
  const { name, member_count, locale } = community;
  const { coast, contours, shallows } = islandPath(community.id);
  return (
    <a
      href={href}
      aria-label={t("chartItem", { name, count: member_count })}
      style={accentStyle(community.accent)}
      className="group outline-none"
    >
      <g transform={`translate(${x - size / 2} ${y - size / 2}) scale(${size / 64})`}>
        <rect
          width={64}
          height={64}
          rx={6}
          fill="transparent"
          strokeWidth={2}
          vectorEffect="non-scaling-stroke"
          className="group-focus-visible:stroke-accent"
        />
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
        direction={directionOf(locale)}
        lang={locale}
        className="fill-ink font-serif text-sm group-hover:underline group-focus-visible:underline"
      >
        <title>{name}</title>
        {chartName(name, letters)}
      </text>
    </a>
  );
}
