import type { JobHelpers, TaskList } from "graphile-worker";
import { eraseAccounts } from "@/lib/deletion/erase-accounts";
import { readWorkerEnv } from "@/lib/env/worker";
import { type DueExport, type ExportWorker, makeExport, sweepExports } from "@/lib/exports/make-export";
import type { Query } from "@/lib/exports/rows";
import { fetchLinkCards } from "@/lib/link-cards/fetch-cards";
import { sweepMedia } from "@/lib/media/sweep";
import { createOutbound } from "@/lib/outbound/fetch-page";
import { createDb } from "@/lib/supabase/client";

/** Rows folded in one transaction: keeps each one short. */
const FOLD_BATCH = 5000;

/** Cron knows minutes; what readers wait for is asked for again this often in between. */
const FOLD_EVERY_S = 10;
const NOTIFY_EVERY_S = 2;
const ERASE_EVERY_S = 5;
const EXPORT_EVERY_S = 5;

type Db = Pick<JobHelpers, "withPgClient">;

/** One job under its own name, whoever asked last: cron begins the chain again where it broke. */
async function runAgain(
  { addJob }: Pick<JobHelpers, "addJob">,
  task: string,
  seconds: number,
): Promise<void> {
  await addJob(task, {}, { jobKey: task, runAt: new Date(Date.now() + seconds * 1000) });
}

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

function rowsBy(withPgClient: JobHelpers["withPgClient"]): Query {
  return async <Row>(sql: string, values?: unknown[]) =>
    (await withPgClient((client) => client.query(sql, values))).rows as Row[];
}

/** Everything the worker can do, by name. Each task may run twice without harm. */
export const tasks: TaskList = {
  async fold_counters(_payload, helpers) {
    const folded = await drain(helpers, "select private.fold_counters($1) as done");
    if (folded > 0) helpers.logger.debug(`folded ${folded} counter changes`);
    await runAgain(helpers, "fold_counters", FOLD_EVERY_S);
  },

  async project_notifications(_payload, helpers) {
    const read =
      (await drain(helpers, "select private.project_notifications($1) as done")) +
      (await drain(helpers, "select private.project_journey_notices($1) as done"));
    if (read > 0) helpers.logger.debug(`read ${read} events for the inbox`);
    await runAgain(helpers, "project_notifications", NOTIFY_EVERY_S);
  },

  async erase_memberships(_payload, helpers) {
    const { withPgClient, logger } = helpers;
    let done = 0;
    let more = true;
    // Each batch of texts, and what is left of each membership, in a transaction of its own.
    while (more) {
      const result = await withPgClient((client) =>
        client.query<{ done: boolean }>("select private.erase_next() as done"),
      );
      more = result.rows[0]?.done ?? false;
      done += more ? 1 : 0;
    }
    if (done > 0) logger.info(`erased memberships in ${done} steps`);
    await runAgain(helpers, "erase_memberships", ERASE_EVERY_S);
  },

  async erase_accounts(_payload, helpers) {
    const { withPgClient, logger } = helpers;
    const db = createDb({ scope: "server" }, "erase-accounts");
    const done = await eraseAccounts(rowsBy(withPgClient), db);
    if (done > 0) logger.info(`erased ${done} accounts`);
    await runAgain(helpers, "erase_accounts", ERASE_EVERY_S);
  },

  async project_recommendations(_payload, helpers) {
    await drain(helpers, "select private.project_recommendations($1) as done");
  },

  async project_journeys(_payload, helpers) {
    await drain(helpers, "select private.project_journeys($1) as done");
  },

  async purge_recommendations(_payload, { withPgClient }) {
    await withPgClient((client) => client.query("select private.purge_recommendations()"));
  },

  async make_exports(_payload, helpers) {
    const { withPgClient, logger } = helpers;
    const query = rowsBy(withPgClient);
    const worker: ExportWorker = {
      query,
      hold: (work) =>
        withPgClient((client) =>
          work(
            async <Row>(sql: string, values?: unknown[]) => (await client.query(sql, values)).rows as Row[],
          ),
        ),
    };
    for (;;) {
      const [due] = await query<DueExport>("select id, user_id, of_tenant_id from private.take_export()");
      if (!due) break;
      logger.info(`export ${due.id}: ${await makeExport(worker, due)}`);
    }
    await runAgain(helpers, "make_exports", EXPORT_EVERY_S);
  },

  async sweep_exports(_payload, { withPgClient, logger }) {
    const removed = await sweepExports(rowsBy(withPgClient), createDb({ scope: "server" }, "sweep-exports"));
    if (removed > 0) logger.info(`removed ${removed} exports whose week is over`);
  },

  async age_feed_tops(_payload, helpers) {
    await drain(helpers, "select private.age_feed_tops($1) as done");
  },

  async purge_sessions(_payload, { withPgClient }) {
    await withPgClient((client) => client.query("select private.purge_sessions()"));
  },

  async sweep_journeys(_payload, helpers) {
    await drain(helpers, "select private.sweep_journeys($1) as done");
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
  "* * * * * project_notifications",
  "* * * * * erase_memberships",
  "* * * * * erase_accounts",
  "* * * * * project_recommendations",
  "* * * * * project_journeys",
  "* * * * * make_exports",
  "* * * * * fetch_links",
  "* * * * * age_feed_tops",
  "17 * * * * purge_sessions",
  "27 * * * * purge_recommendations",
  "27 4 * * * sweep_journeys",
  "37 * * * * sweep_media",
  "47 * * * * sweep_exports",
].join("\n");
