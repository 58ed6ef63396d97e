import { randomUUID } from "node:crypto";
import { sql } from "../../support/stack.ts";
import { createCommunity, createPerson, dbOf, join, type Person } from "../people.ts";

/** An event in a community, days from now at noon of its zone, which is UTC where it says none. */
export interface EventDraft {
  title: string;
  in: number;
  /** It lasts all of its day, from midnight on. */
  allDay?: boolean;
  hours?: number;
  city?: string | null;
  country?: string | null;
  online?: boolean;
  description?: string;
  cancelled?: boolean;
  zone?: string;
}

/** Puts an event there as its organiser would, past the API. Gives its id. */
export async function addEvent(tenant: string, organizer: string, draft: EventDraft): Promise<string> {
  const id = randomUUID();
  await sql(
    `insert into public.events (tenant_id, id, organizer_id, title, description, starts_local, ends_local, time_zone, city,
       country, online, cancelled_at, created_at, all_day)
     select $1, $2, $3, $4, $5, at, at + $7 * interval '1 hour', $12, $8, $9, $10, case when $11 then now() end,
       now() - interval '30 days', $13
     from (select date_trunc('day', now() at time zone 'UTC') + $6 * interval '1 day'
             + case when $13 then 0 else 12 end * interval '1 hour' as at) x`,
    [
      tenant,
      id,
      organizer,
      draft.title,
      draft.description ?? "",
      draft.in,
      draft.hours ?? (draft.allDay ? 24 : 2),
      draft.city ?? null,
      draft.country ?? null,
      draft.online ?? false,
      draft.cancelled ?? false,
      draft.zone ?? "UTC",
      draft.allDay ?? false,
    ],
  );
  return id;
}

/** Says what somebody is interested in, in one of their communities. */
export async function setInterests(
  person: Person,
  tenant: string,
  words: string[],
  city = "",
): Promise<void> {
  const { error } = await dbOf(person).rpc("save_face", {
    p_tenant: tenant,
    p_name: "Reader",
    p_bio: "",
    p_listed: true,
    p_shows_membership: false,
    p_city: city,
    p_city_for: "members",
    p_skills: [],
    p_skills_for: "members",
    p_interests: words,
    p_interests_for: "members",
  });
  if (error) throw new Error(error.message);
}

/** Somebody whom rules help: one in ten gets what there is by date. */
export async function createReader(arm = "helped"): Promise<Person> {
  for (;;) {
    const reader = await createPerson("Reader");
    const [row] = await sql<{ arm: string }>("select private.recommendation_arm($1) as arm", [reader.id]);
    if (row?.arm === arm) return reader;
  }
}

/** Communities of one owner that a reader belongs to. */
export async function createScene(count: number, arm = "helped") {
  const owner = await createPerson("Owner");
  const reader = await createReader(arm);
  const communities: string[] = [];
  for (let n = 0; n < count; n++) {
    const { id } = await createCommunity(owner);
    await join(reader, id);
    communities.push(id);
  }
  return { owner, reader, communities: communities as [string, ...string[]] };
}

/** A journey of somebody, from so many days from now on. Gives its id. */
export async function createJourney(
  person: Person,
  title: string,
  { from, days }: { from?: number; days?: number } = {},
  activities: object[] = [],
): Promise<string> {
  const date = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
  const { data, error } = await dbOf(person).rpc("create_journey", {
    p_journey: {
      title,
      time_zone: "UTC",
      ...(from !== undefined && { starts_on: date(from), ends_on: date(from + (days ?? 1) - 1) }),
    },
    p_activities: activities as never,
  });
  if (error) throw new Error(JSON.stringify(error));
  return data as string;
}

/** Noon UTC, so many days from now, as a wall time. */
export function noon(offset: number, hours = 0): string {
  const day = new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
  return `${day}T${String(12 + hours).padStart(2, "0")}:00:00`;
}

interface Input {
  arm: string;
  items: {
    kind: string;
    id: string;
    tenant_id: string;
    title: string;
    reasons: { code: string; word?: string }[];
  }[];
  trips: { city: string; starts_on: string; ends_on: string; items: { id: string }[] }[];
  data_key: string;
  kept: object | null;
}

/** What rules say for somebody. */
export async function input(person: Person, journey: string | null = null, limit = 8): Promise<Input> {
  const { data, error } = await dbOf(person).rpc("recommendation_input", {
    p_journey: journey,
    p_limit: limit,
  });
  if (error) throw new Error(error.message);
  return data as unknown as Input;
}

/** The titles, in order. */
export const titles = (answer: Input) => answer.items.map(({ title }) => title);
