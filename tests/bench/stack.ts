import { createHash } from "node:crypto";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { readMigrations } from "../../supabase/local/migrate.ts";
import { defaultStateDir } from "../../supabase/local/paths.ts";
import { freePort } from "../../supabase/local/ports.ts";
import { type Stack, startStack } from "../../supabase/local/stack.ts";
import { resolveStateDir, runningInstance, stateFiles } from "../../supabase/local/state.ts";
import { databaseUser } from "../../supabase/local/system-user.ts";
import { seedNetwork } from "./seed/index.ts";
import type { SeedSize } from "./seed/size.ts";

/** A stack and a connection to its database. */
export type Served = {
  stack: Stack;
  /** As a superuser, who sees the seed's own lists. */
  admin: pg.Client;
  close(): Promise<void>;
};

/** A seeded stack and two connections to its database. */
export type Bench = Served & {
  size: SeedSize;
  /** As the role that PostgREST's transactions start from: it takes on the caller's. */
  client: pg.Client;
};

// Other migrations or another seed make other data: the kept database is then made anew.
async function seedKey(size: SeedSize): Promise<string> {
  const hash = createHash("sha256").update(JSON.stringify(size));
  for (const migration of await readMigrations()) hash.update(migration.sql);
  const folder = path.join(import.meta.dirname, "seed");
  for (const file of (await readdir(folder)).sort()) hash.update(await readFile(path.join(folder, file)));
  return hash.digest("hex");
}

async function usableStateDir(size: SeedSize, key: string): Promise<string> {
  const dir = await resolveStateDir(await databaseUser(), path.join(defaultStateDir, `bench-${size.name}`));
  const other = await runningInstance(stateFiles(dir));
  if (other) throw new Error(`Another benchmark runs on ${dir} (process ${other.pid}).`);
  const seeded = await readFile(path.join(dir, "seeded"), "utf8").catch(() => "");
  if (seeded !== key) {
    for (const entry of await readdir(dir)) await rm(path.join(dir, entry), { recursive: true, force: true });
  }
  return dir;
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: "archipelago bench" });
  await client.connect();
  return client;
}

/**
 * Starts the benchmark's own stack of this size on free ports; a database that was seeded before is used again.
 * fsync is on, as in the product.
 * @param siteUrl address of the network host that the app will have.
 */
export async function openBench(
  size: SeedSize,
  siteUrl: string,
  log: (line: string) => void,
): Promise<Bench> {
  const key = await seedKey(size);
  const stateDir = await usableStateDir(size, key);
  const stack = await startStack({ siteUrl, stateDir, apiPort: await freePort(), dbPort: await freePort() });
  try {
    if (stack.fresh) {
      log(
        `Seeding ${size.posts.toLocaleString("en")} posts in ${size.communities.toLocaleString("en")} communities`,
      );
      await seedNetwork(stack.adminDatabaseUrl, size, log);
      await writeFile(path.join(stateDir, "seeded"), key);
    }
    const admin = await connect(stack.adminDatabaseUrl);
    const client = await connect(stack.databaseUrl);
    const close = async () => {
      await Promise.all([admin.end(), client.end()]);
      await stack.stop();
    };
    return { stack, size, admin, client, close };
  } catch (cause) {
    await stack.stop();
    throw cause;
  }
}

/** Starts a stack without anything in it, which is gone when it is closed. @param siteUrl as above. */
export async function openEmpty(siteUrl: string): Promise<Served> {
  const stack = await startStack({ siteUrl, ephemeral: true });
  try {
    const admin = await connect(stack.adminDatabaseUrl);
    const close = async () => {
      await admin.end();
      await stack.stop();
    };
    return { stack, admin, close };
  } catch (cause) {
    await stack.stop();
    throw cause;
  }
}
