import type { JobHelpers, TaskList } from "graphile-worker";
import { readWorkerEnv } from "@/lib/env/worker";
import { fetchLinkCards } from "@/lib/link-cards/fetch-cards";
import { sweepMedia } from "@/lib/media/sweep";
import { createOutbound } from "@/lib/outbound/fetch-page";
import { createDb } from "@/lib/supabase/client";

/** Rows folded in one transaction: keeps each one short. */
const FOLD_BATCH = 5000;

/** Cron knows minutes; what readers wait for is asked for again this often in between. */
const FOLD_EVERY_S = 10;

type Db = Pick<JobHelpers, "withPgClient">;

/** Runs a database function until it finds less than a whole batch to do. Gives how much it did. */
async function drain({ withPgClient }: Db, statement: string): Promise<number> {
  let done = 0;
  let batch: number;
  do {
    const result = await withPgClient((client) => client.query<{ done: number }>(statement, [FOLD_BATCH]));
    batch = result.rows[0]?.done ?? 0;
    done += batch;
  } while (batch === FOLD_BATCH);
  return done;
}

/** Everything the worker can do, by name. Each task may run twice without harm. */
export const tasks: TaskList = {
  async fold_counters(_payload, helpers) {
    const folded = await drain(helpers, "select private.fold_counters($1) as done");
    if (folded > 0) helpers.logger.debug(`folded ${folded} counter changes`);
    // One job under this key, whoever asked last: cron begins the chain again where it broke.
    const runAt = new Date(Date.now() + FOLD_EVERY_S * 1000);
    await helpers.addJob("fold_counters", {}, { jobKey: "fold_counters", runAt });
  },

  async age_feed_tops(_payload, helpers) {
    await drain(helpers, "select private.age_feed_tops($1) as done");
  },

  async purge_sessions(_payload, { withPgClient }) {
    await withPgClient((client) => client.query("select private.purge_sessions()"));
  },

  async fetch_links(_payload, { withPgClient, logger }) {
    if (!readWorkerEnv().outboundFetch) return;
    const tried = await fetchLinkCards(
      async <Row>(sql: string, values?: unknown[]) =>
        (await withPgClient((client) => client.query(sql, values))).rows as Row[],
      createOutbound(),
    );
    if (tried > 0) logger.debug(`looked at ${tried} links`);
  },

  async sweep_media(_payload, { withPgClient, logger }) {
    const removed = await sweepMedia(
      async <Row>(sql: string, values?: unknown[]) =>
        (await withPgClient((client) => client.query(sql, values))).rows as Row[],
      createDb({ scope: "server" }, "sweep-media"),
    );
    if (removed > 0) logger.info(`removed ${removed} files that nothing shows`);
  },
};

/** When tasks run by themselves (UTC, cron syntax). */
export const crontab = [
  "* * * * * fold_counters",
  "* * * * * fetch_links",
  "* * * * * age_feed_tops",
  "17 * * * * purge_sessions",
  "37 * * * * sweep_media",
].join("\n");
