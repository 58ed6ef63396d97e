/**
 * A measured number beside what it should be. Goals are ratios and counts: times depend on the machine. Only how long
 * somebody waits for what they pressed has a time for its goal, for it is people who feel it.
 */
export type Figure = {
  part: Part;
  name: string;
  measured: number;
  unit: string;
  goal?: { atMost: number } | { atLeast: number };
  note?: string;
};

export const parts = [
  "reading",
  "suggestions",
  "authority",
  "writing",
  "import",
  "pages",
  "weight",
  "planning",
] as const;
export type Part = (typeof parts)[number];

export type Verdict = "ok" | "MISS" | "";

/** Whether a figure meets its goal; empty when it has none. */
export function verdictOf({ measured, goal }: Figure): Verdict {
  if (!goal) return "";
  return ("atMost" in goal ? measured <= goal.atMost : measured >= goal.atLeast) ? "ok" : "MISS";
}

/** A number as people read it: thousands apart, small ones with the digits that matter. */
export function readable(value: number): string {
  const digits = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString("en", { maximumFractionDigits: digits, minimumFractionDigits: digits });
}

function goalText({ goal, unit }: Figure): string {
  if (!goal) return "";
  const [sign, value] = "atMost" in goal ? ["<=", goal.atMost] : [">=", goal.atLeast];
  return `${sign} ${readable(value)}${unit === "%" ? " %" : ""}`;
}

/** Head and rows of the table of figures, as text. */
export function tableRows(figures: Figure[]): string[][] {
  return [
    ["figure", "measured", "goal", ""],
    ...figures.map((figure) => [
      figure.note ? `${figure.name} (${figure.note})` : figure.name,
      `${readable(figure.measured)} ${figure.unit}`.trim(),
      goalText(figure),
      verdictOf(figure),
    ]),
  ];
}
