import pg from "pg";
import { type Spread, spreadOf } from "./explain.ts";

/** One kind of write, repeated by several clients at once for a while. */
export type Load = {
  url: string;
  clients: number;
  seconds: number;
  kind: "post" | "like";
  /** Who writes where: taken in turn. */
  writers: { tenant: string; user: string }[];
  /** The liked post. */
  post?: string;
  body: string;
};

/** What came of it. Latencies in milliseconds. */
export type LoadResult = { perSecond: number; latency: Spread };

function claims(user: string, tenant: string): string {
  return pg.escapeLiteral(
    JSON.stringify({ role: "authenticated", sub: user, tenant_id: tenant, scope: "community" }),
  );
}

// One message as the Data API's transaction: role, claims, the write, commit.
function statement(load: Load, turn: number): string {
  const writer = load.writers[turn % load.writers.length];
  if (!writer) throw new Error("A load needs writers.");
  const { tenant, user } = writer;
  const open = `begin; set local role authenticated; select set_config('request.jwt.claims', ${claims(user, tenant)}, true),
    set_config('request.headers', '{"x-request-id":"bench"}', true);`;
  if (load.kind === "post")
    return `${open} insert into public.posts (tenant_id, author_id, visibility, title, body)
      values ('${tenant}', '${user}', 'public', 'A note', ${pg.escapeLiteral(load.body)}); commit`;
  const again = Math.floor(turn / load.writers.length) % 2 === 1;
  const key = `'${tenant}', '${load.post}', '${user}'`;
  return again
    ? `${open} delete from public.post_likes where (tenant_id, post_id, user_id) = (${key}); commit`
    : `${open} insert into public.post_likes (tenant_id, post_id, user_id) values (${key}); commit`;
}

async function work(load: Load): Promise<LoadResult> {
  const clients = Array.from(
    { length: load.clients },
    () => new pg.Client({ connectionString: load.url, application_name: "archipelago bench load" }),
  );
  await Promise.all(clients.map((client) => client.connect()));
  const latencies: number[] = [];
  let turn = 0;
  // A connection's first statements plan and load caches; they do not count.
  await Promise.all(clients.map((client) => client.query(statement(load, turn++))));
  const start = performance.now();
  const end = start + load.seconds * 1000;
  await Promise.all(
    clients.map(async (client) => {
      for (let at = performance.now(); at < end; ) {
        await client.query(statement(load, turn++));
        const now = performance.now();
        latencies.push(now - at);
        at = now;
      }
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  await Promise.all(clients.map((client) => client.end()));
  return { perSecond: latencies.length / seconds, latency: spreadOf(latencies) };
}

process.once("message", (load: Load) => {
  work(load).then(
    (result) => process.send?.(result, () => process.exit(0)),
    (cause) => {
      console.error(cause);
      process.exit(1);
    },
  );
});
