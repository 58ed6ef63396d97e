import pg from "pg";
import { seedCommunity } from "./community-rows.ts";
import { demo, demoPassword, demoSignIns as signIns } from "./index.ts";
import { personId, seedPeople } from "./people-rows.ts";
import { seedShares } from "./shares.ts";

/** Accounts to try first, as the summary of `npm run up` shows them. */
export const demoSignIns = signIns.map(({ email, password, what }) => ({ email, password, about: what }));

/**
 * Writes the demo network in one transaction. A database that has it already is left as it is.
 * @param databaseUrl connection as the owner of the schema
 */
export async function seedDemo(
  databaseUrl: string,
  options: { log?: (line: string) => void; now?: Date } = {},
): Promise<void> {
  const { log = () => {}, now = new Date() } = options;
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const first = demo.people[0];
    const there = await client.query("select 1 from public.profiles where id = $1", [
      first ? personId(first.key) : null,
    ]);
    if (there.rowCount) return log("The demo network is there already");
    await client.query("begin");
    await seedPeople(client, demo.people, demoPassword);
    for (const community of demo.communities) {
      await seedCommunity(client, community, demo.people, now);
      log(`  ${community.name}: ${community.posts.length} posts, ${community.members.length} people`);
    }
    await client.query("select private.fold_counters(100000)");
    await seedShares(client, now);
    await client.query("select private.fold_counters(100000)");
    await client.query("commit");
    await client.query("select private.project_notifications(100000)");
    await client.query(
      "update public.notifications set read_at = created_at + interval '1 hour' where created_at < now() - interval '1 day'",
    );
  } catch (cause) {
    await client.query("rollback");
    throw cause;
  } finally {
    await client.end();
  }
}
