"use client";

import { useTranslations } from "next-intl";
import { islandPath } from "@/lib/branding/island-mark";
import { type ChartPlace, type JourneyChart, layoutJourney } from "@/lib/journeys/chart";
import type { Activity } from "@/lib/journeys/schemas";
import type { Board } from "./board";
import { useTelling } from "./use-telling";

const SHAPES = {
  wide: { width: 1160, height: 560, margin: 110 },
  tall: { width: 390, height: 640, margin: 62 },
} as const;
const STEP = 72;
const ISLAND = 74;
const LETTERS = 26;
/** How wide a letter of a name is at most, on average. */
const LETTER = 8;

/** A journey as a chart: places are islands, the way between them a line in the order of time. */
export function ChartView({ board }: { board: Board }) {
  const t = useTranslations("journeys");
  const chart = layoutJourney(board.rows, SHAPES.wide);
  if (chart.places.length === 0) return <p className="text-ink-muted">{t("chart.empty")}</p>;
  return (
    <div className="grid grid-cols-1 gap-6">
      <div className="overflow-hidden rounded-surface border border-line bg-surface-sunken" dir="ltr">
        <Drawing chart={chart} shape="wide" board={board} className="hidden sm:block" />
        <Drawing
          chart={layoutJourney(board.rows, SHAPES.tall)}
          shape="tall"
          board={board}
          className="sm:hidden"
        />
      </div>
      <p className="text-sm text-ink-muted">{t(chart.true ? "chart.true" : "chart.byOrder")}</p>
      <Legend board={board} chart={chart} />
    </div>
  );
}

interface DrawingProps {
  chart: JourneyChart;
  shape: keyof typeof SHAPES;
  board: Board;
  className: string;
}

function Drawing({ chart, shape, board, className }: DrawingProps) {
  const t = useTranslations("journeys");
  const { width, height } = SHAPES[shape];
  const lines = (length: number) =>
    Array.from({ length: Math.floor(length / STEP) }, (_, n) => (n + 1) * STEP);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" className={`w-full ${className}`}>
      <title>{t("chart.title", { title: board.journey.title, count: chart.places.length })}</title>
      <g aria-hidden className="stroke-line" strokeWidth={1} opacity={0.6}>
        {lines(width).map((x) => (
          <line key={x} x1={x} x2={x} y1={0} y2={height} />
        ))}
        {lines(height).map((y) => (
          <line key={y} x1={0} x2={width} y1={y} y2={y} />
        ))}
      </g>
      <path
        aria-hidden
        d={wayThrough(chart)}
        fill="none"
        className="stroke-accent"
        strokeWidth={1.75}
        strokeDasharray="5 7"
      />
      {chart.places.map((place, n) => (
        <Island
          key={place.key}
          place={place}
          number={n + 1}
          name={nameOf(place, board.rows)}
          within={width}
        />
      ))}
    </svg>
  );
}

function nameOf(place: ChartPlace, rows: readonly Activity[]): string {
  const name = place.name ?? rows.find(({ id }) => id === place.activities[0])?.title ?? "";
  return name.length > LETTERS ? `${name.slice(0, LETTERS - 1)}…` : name;
}

/** A line from stop to stop that bends a little, as ways on charts do. */
function wayThrough({ places, stops }: JourneyChart): string {
  const spots = stops.flatMap((key) => places.find((place) => place.key === key) ?? []);
  return spots
    .map(({ x, y }, n) => {
      const before = spots[n - 1];
      if (!before) return `M${x.toFixed(1)},${y.toFixed(1)}`;
      const [dx, dy] = [x - before.x, y - before.y];
      const bend = n % 2 === 0 ? 0.14 : -0.14;
      const [cx, cy] = [before.x + dx / 2 - dy * bend, before.y + dy / 2 + dx * bend];
      return `Q${cx.toFixed(1)},${cy.toFixed(1)} ${x.toFixed(1)},${y.toFixed(1)}`;
    })
    .join(" ");
}

interface IslandProps {
  place: ChartPlace;
  number: number;
  name: string;
  /** How wide the chart is. */
  within: number;
}

function Island({ place, number, name, within }: IslandProps) {
  const half = (name.length * LETTER) / 2;
  const { coast, contours, shallows } = islandPath(place.key);
  return (
    <g aria-hidden>
      <g transform={`translate(${place.x - ISLAND / 2} ${place.y - ISLAND / 2}) scale(${ISLAND / 64})`}>
        <path d={shallows} className="island-shallows" />
        <path d={coast} className="island-land" />
        {contours.map((contour) => (
          <path key={contour} d={contour} className="island-contour" />
        ))}
      </g>
      <circle cx={place.x} cy={place.y} r={12} className="fill-accent" />
      <text x={place.x} y={place.y + 5} textAnchor="middle" className="fill-accent-ink text-sm font-semibold">
        {number}
      </text>
      <text
        x={Math.min(Math.max(place.x, half), within - half)}
        y={place.y + ISLAND / 2 + 16}
        textAnchor="middle"
        className="fill-ink font-serif text-sm"
      >
        {name}
      </text>
    </g>
  );
}

/** The same in words: each place with what happens there and when, and what is not drawn. */
function Legend({ board, chart }: { board: Board; chart: JourneyChart }) {
  const t = useTranslations("journeys");
  return (
    <>
      <Places board={board} chart={chart} />
      {chart.apart.length > 0 ? (
        <section className="grid grid-cols-1 gap-1">
          <h2 className="font-serif">{t("chart.apart")}</h2>
          <Happenings board={board} ids={chart.apart} />
        </section>
      ) : null}
    </>
  );
}

/** What happens, with when. */
function Happenings({ board, ids }: { board: Board; ids: readonly string[] }) {
  const tell = useTelling();
  const rows = new Map(board.rows.map((row) => [row.id, row]));
  return (
    <ul className="text-sm text-ink-muted">
      {ids.map((id) => {
        const row = rows.get(id);
        return row ? (
          <li key={id} className="[overflow-wrap:anywhere]">
            <bdi>{tell.title(row)}</bdi> · {tell.when(row)}
          </li>
        ) : null;
      })}
    </ul>
  );
}

function Places({ board, chart }: { board: Board; chart: JourneyChart }) {
  return (
    <ol className="grid gap-4 sm:grid-cols-2">
      {chart.places.map((place, n) => (
        <li key={place.key} className="grid grid-cols-[2rem_minmax(0,1fr)]">
          <span data-figures className="font-semibold text-accent">
            {n + 1}
          </span>
          <div>
            <p className="font-serif [overflow-wrap:anywhere]">
              <bdi>{place.name ?? nameOf(place, board.rows)}</bdi>
            </p>
            <Happenings board={board} ids={place.activities} />
          </div>
        </li>
      ))}
    </ol>
  );
}
