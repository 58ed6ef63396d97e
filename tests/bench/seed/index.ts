import pg from "pg";
import { checkSeed } from "./check.ts";
import { createHelpers } from "./helpers.ts";
import { seedPeople } from "./people.ts";
import { seedPosts, seedStreams } from "./posts.ts";
import { seedReactions } from "./reactions.ts";
import { seedShares } from "./shares.ts";
import type { SeedSize } from "./size.ts";

async function vacuum(client: pg.Client): Promise<void> {
  // As autovacuum leaves a database that has been in use: visibility maps set, statistics fresh.
  await client.query("vacuum (analyze)");
}

/**
 * Fills a migrated, empty database set by set, with triggers off, as the triggers would have filled it; then checks
 * a sample of it.
 * @param adminUrl connection string of a superuser.
 * @throws when the sample shows rows that the product would have written differently.
 */
export async function seedNetwork(
  adminUrl: string,
  size: SeedSize,
  log: (line: string) => void = () => undefined,
): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl, application_name: "archipelago bench seed" });
  await client.connect();
  const step = async (name: string, work: () => Promise<void>) => {
    const start = performance.now();
    await work();
    log(`  ${name}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  };
  try {
    await client.query(
      "set work_mem = '256MB'; set maintenance_work_mem = '512MB'; set synchronous_commit = off",
    );
    await client.query("set session_replication_role = replica");
    await step("helpers", () => createHelpers(client));
    await step("people and communities", () => seedPeople(client, size));
    await step("posts", () => seedPosts(client, size, log));
    await step("connections and shares", () => seedShares(client));
    await step("streams", () => seedStreams(client));
    await step("likes and comments", () => seedReactions(client));
    await client.query("set session_replication_role = origin");
    await step("checks", () => checkSeed(client));
    await step("vacuum and analyze", () => vacuum(client));
  } finally {
    await client.end();
  }
}
