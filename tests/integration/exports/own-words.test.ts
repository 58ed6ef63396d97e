import fc from "fast-check";
import { expect, test } from "vitest";
import { sql } from "../../support/stack.ts";
import { createCommunity, createPerson, join, type Person } from "../people.ts";
import { make } from "./making.ts";

interface Scene {
  tenant: string;
  /** A journey of each, in which the other plans along. */
  journeys: Readonly<Record<string, string>>;
}

const WHERE =
  "with v as (select $1::uuid as me, $2::text as words, $3::uuid as place, $4::uuid as mine, $5::uuid as theirs)";

/** What somebody may write in a community, about themselves, in a journey of theirs and in that of somebody else. */
const acts = {
  post: "insert into public.posts (tenant_id, author_id, title, body) select place, me, 'A title', words from v",
  title:
    "insert into public.posts (tenant_id, author_id, title, body) select place, me, words, 'Words' from v",
  note: "insert into public.posts (tenant_id, author_id, visibility, body) select place, me, 'me', words from v",
  comment: `insert into public.post_comments (tenant_id, post_id, author_id, body)
            select v.place, p.id, v.me, v.words from v join public.posts p on p.tenant_id = v.place
            where p.visibility = 'members' order by p.id limit 1`,
  event: `insert into public.events (tenant_id, organizer_id, title, description, starts_local, ends_local, time_zone)
          select place, me, 'An event', words, '2031-01-01 10:00', '2031-01-01 11:00', 'UTC' from v`,
  group: "insert into public.groups (tenant_id, name, owner_id) select place, words, me from v",
  bio: "update public.profiles p set bio = v.words from v where p.id = v.me",
  face: `insert into public.user_profiles (tenant_id, user_id, display_name, bio) select place, me, 'Face', words from v
         on conflict (tenant_id, user_id) do update set bio = excluded.bio`,
  journey: "insert into public.user_journeys (owner_id, title, time_zone) select me, words, 'UTC' from v",
  activity: `insert into public.journey_activities (journey_id, kind, title, note, time_zone, added_by)
             select mine, 'free', 'Something', words, 'UTC', me from v`,
  along: `insert into public.journey_activities (journey_id, kind, title, time_zone, added_by)
          select theirs, 'free', words, 'UTC', me from v`,
  talk: "insert into public.journey_comments (journey_id, author_id, body) select theirs, me, words from v",
} as const;
type Act = keyof typeof acts;

/** Where later words take the place of earlier ones. */
const ONE_OF: ReadonlySet<Act> = new Set(["bio", "face"]);

async function makeScene(people: readonly [Person, Person]): Promise<Scene> {
  const [ana, ben] = people;
  const { id: tenant } = await createCommunity(ana);
  await join(ben, tenant);
  await sql(
    "insert into public.posts (tenant_id, author_id, visibility, body) values ($1, $2, 'members', 'The first')",
    [tenant, ana.id],
  );
  const journeys: Record<string, string> = {};
  for (const [owner, companion] of [people, [ben, ana]] as const) {
    const [row] = await sql<{ id: string }>(
      "insert into public.user_journeys (owner_id, title, time_zone) values ($1, 'A plan', 'UTC') returning id",
      [owner.id],
    );
    journeys[owner.id] = row?.id ?? "";
    await sql("insert into public.journey_companions (journey_id, user_id, role) values ($1, $2, 'editor')", [
      row?.id,
      companion.id,
    ]);
  }
  return { tenant, journeys };
}

test("an export holds all that its person wrote, wherever, and nothing that somebody else did", async () => {
  const histories = fc.array(fc.tuple(fc.constantFrom(...(Object.keys(acts) as Act[])), fc.boolean()), {
    minLength: 6,
    maxLength: 30,
  });
  const everything = (Object.keys(acts) as Act[]).flatMap((act) => [
    [act, true] as [Act, boolean],
    [act, false] as [Act, boolean],
  ]);
  await fc.assert(
    fc.asyncProperty(histories, async (history) => {
      const people = [await createPerson("Ana"), await createPerson("Ben")] as const;
      const { tenant, journeys } = await makeScene(people);
      const written = new Map(people.map(({ id }) => [id, new Map<string, string>()]));
      for (const [n, [act, isAna]] of history.entries()) {
        const [who, other] = isAna ? people : [people[1], people[0]];
        const words = `mark:${who.id}:${act}:${n}`;
        await sql(`${WHERE} ${acts[act]}`, [who.id, words, tenant, journeys[who.id], journeys[other.id]]);
        written.get(who.id)?.set(ONE_OF.has(act) ? act : words, words);
      }
      for (const { id, ...person } of people) {
        const { files } = await make({ id, ...person });
        const lines = [...files].filter(([name]) => name.startsWith("data/")).map(([, file]) => String(file));
        const found = lines.join("\n").match(/mark:[0-9a-f-]{36}:\w+:\d+/g) ?? [];
        expect(found.sort()).toEqual([...(written.get(id)?.values() ?? [])].sort());
        const pages = [...files].filter(([name]) => name.endsWith(".html")).map(([, file]) => String(file));
        const readable = new Set(pages.join("\n").match(/mark:[0-9a-f-]{36}:\w+:\d+/g));
        expect([...readable].sort()).toEqual([...(written.get(id)?.values() ?? [])].sort());
      }
    }),
    { numRuns: 6, examples: [[everything]] },
  );
}, 120_000);
