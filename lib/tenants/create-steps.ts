/** The steps of founding, and the fields of each. */
const FIELDS = {
  name: ["name", "slug"],
  purpose: ["purpose", "tagline"],
  look: ["accent"],
  place: ["locale", "time_zone"],
  door: ["privacy", "join_policy"],
} as const;

export type CreateStep = keyof typeof FIELDS;

export const CREATE_STEPS = Object.keys(FIELDS) as CreateStep[];

/** The place of the step that an address asks for, from 0; the first where it asks for none that is. */
export function readCreateStep(value: string | null): number {
  const n = Number(value ?? 1);
  return Number.isInteger(n) && n >= 1 && n <= CREATE_STEPS.length ? n - 1 : 0;
}

/** The query of the address at which a step stands; empty for the first. */
export function createStepQuery(place: number): string {
  return place === 0 ? "" : `?step=${place + 1}`;
}

/** The place of the step that asks for a field; null for none. */
export function stepOfField(field: string): number | null {
  const place = CREATE_STEPS.findIndex((step) => (FIELDS[step] as readonly string[]).includes(field));
  return place === -1 ? null : place;
}

/** The place of the first step with a field that is wrong; null for none. */
export function firstStepWith(errors: Readonly<Record<string, string>>): number | null {
  const places = Object.keys(errors)
    .map(stepOfField)
    .filter((place) => place !== null);
  return places.length > 0 ? Math.min(...places) : null;
}
