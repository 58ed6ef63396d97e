import { afterAll, beforeAll, expect, test } from "vitest";
import { databaseGate } from "@/lib/ai/gate";
import { openProvider } from "@/lib/ai/provider";
import { recommend } from "@/lib/recommendations/queries";
import { behaviours, type ProviderServer, startProvider } from "../../support/provider-server.ts";
import { sql } from "../../support/stack.ts";
import { createCommunity, createPerson, dbOf, join, type Person } from "../people.ts";
import { addEvent, createJourney, createReader, setInterests } from "./scene.ts";

const PROMPTS = 200;

let server: ProviderServer;
beforeAll(async () => {
  server = await startProvider(behaviours.says('{"items":[{"id":"c1","reason":"Good."}]}'));
});
afterAll(() => server.stop());

/** The same numbers each time. */
function numbers(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
const next = numbers(20261121);

interface Town {
  id: string;
  owner: Person;
  shy: Person;
}

async function buildTown(): Promise<Town> {
  const [owner, shy] = [await createPerson("Owner"), await createPerson("Shy")];
  const { id } = await createCommunity(owner);
  await join(shy, id);
  for (let n = 0; n < 3; n++)
    await addEvent(id, owner.id, {
      title: `canary:${id}:owner:${n}`,
      in: 3 + n,
      description: `canary:${id}:owner:text`,
    });
  await addEvent(id, shy.id, { title: `canary:${id}:shy`, in: 9 });
  await addEvent(id, owner.id, { title: `canary:${id}:cancelled`, in: 10, cancelled: true });
  await sql(
    `insert into public.posts (tenant_id, id, author_id, body) values ($1, gen_random_uuid(), $2, 'canary:${id}:post')`,
    [id, owner.id],
  );
  await sql(
    `insert into public.groups (tenant_id, name, description, privacy, owner_id)
     select $1::uuid, 'canary:' || $1::uuid::text || ':' || p || ' knots', '', p, $2 from unnest('{public,hidden}'::text[]) p`,
    [id, owner.id],
  );
  return { id, owner, shy };
}

/** Turns one switch or one membership, so that no answer before holds any more. */
async function change(towns: Town[], readers: Person[]): Promise<void> {
  const town = towns[next(towns.length)] as Town;
  const reader = readers[next(readers.length)] as Person;
  switch (next(4)) {
    case 0:
      await sql("update public.tenants set ai_allowed = not ai_allowed where id = $1", [town.id]);
      return;
    case 1:
      await sql("update public.profiles set ai_texts = not ai_texts where id = $1", [town.shy.id]);
      return;
    case 2:
      await dbOf(reader).rpc("leave_community", { p_tenant: town.id });
      return;
    default:
      await join(reader, town.id);
  }
}

/** What a prompt for somebody may hold at this moment, by the rules as they are told and not as they are built. */
async function allowedFor(reader: Person): Promise<Set<string>> {
  const rows = await sql<{ id: string; shy: boolean }>(
    `select t.id, (select p.ai_texts from public.events e join public.profiles p on p.id = e.organizer_id
                   where e.tenant_id = t.id and e.title like '%:shy') as shy
     from public.tenants t join public.tenant_users m on m.tenant_id = t.id
     where m.user_id = $1 and m.status = 'active' and t.ai_allowed`,
    [reader.id],
  );
  return new Set(
    rows.flatMap(({ id, shy }) => [
      ...[0, 1, 2].map((n) => `canary:${id}:owner:${n}`),
      `canary:${id}:owner:text`,
      `canary:${id}:public`,
      ...(shy ? [`canary:${id}:shy`] : []),
    ]),
  );
}

test("no prompt of two hundred holds a text that its asker may not see or that somebody keeps back", async () => {
  const towns = await Promise.all([buildTown(), buildTown(), buildTown(), buildTown(), buildTown()]);
  const readers = await Promise.all([createReader(), createReader(), createReader()]);
  await sql("update public.tenants set ai_allowed = true where id = any ($1)", [towns.map(({ id }) => id)]);
  await sql("update public.profiles set ai_help = true where id = any ($1)", [readers.map(({ id }) => id)]);
  for (const reader of readers)
    for (const { id } of towns) {
      await join(reader, id);
      await setInterests(reader, id, ["knots"]);
    }
  // What one plans is not told, though suggestions for a journey rest on it.
  const plans = new Map<string, string>();
  for (const { id } of readers) {
    const words = { kind: "free", title: `canary:${id}:plan`, place: `canary:${id}:place` };
    const reader = readers.find((one) => one.id === id) as Person;
    plans.set(id, await createJourney(reader, `canary:${id}:journey`, {}, [words]));
  }
  const provider = openProvider({ name: "canaries", url: server.url, model: "m", key: null });
  const held = new Set<string>();
  for (let turn = 0; server.caught.length < PROMPTS; turn++) {
    expect(turn, "turns that it takes").toBeLessThan(PROMPTS * 4);
    await change(towns, readers);
    const reader = readers[turn % readers.length] as Person;
    const before = server.caught.length;
    await recommend(
      { limit: 4 + next(9), wait: true, ...(turn % 2 === 0 && { journey: plans.get(reader.id) }) },
      {
        db: dbOf(reader),
        requestId: "test",
        language: "en",
        chain: { providers: [provider], gate: databaseGate(100_000_000, "test") },
      },
    );
    const allowed = await allowedFor(reader);
    for (const caught of server.caught.slice(before)) {
      const found = JSON.stringify(caught.body).match(/canary:[0-9a-f-]{36}:\w+(?::\w+)?/g) ?? [];
      expect(found.filter((canary) => !allowed.has(canary))).toEqual([]);
      for (const canary of found) held.add(canary.replace(/canary:[0-9a-f-]{36}:/, ""));
    }
  }
  // Looks where there is something to be seen.
  expect([...held].sort()).toEqual(["owner:0", "owner:1", "owner:2", "owner:text", "public", "shy"]);
}, 180_000);
