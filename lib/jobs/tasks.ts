import type { TaskList } from "graphile-worker";
import { readWorkerEnv } from "@/lib/env/worker";
import { fetchLinkCards } from "@/lib/link-cards/fetch-cards";
import { sweepMedia } from "@/lib/media/sweep";
import { createOutbound } from "@/lib/outbound/fetch-page";
import { createDb } from "@/lib/supabase/client";

/** Rows folded in one transaction: keeps each one short. */
const FOLD_BATCH = 5000;

/** Everything the worker can do, by name. Each task may run twice without harm. */
export const tasks: TaskList = {
  async fold_counters(_payload, { withPgClient, logger }) {
    let folded = 0;
    let batch: number;
    do {
      const result = await withPgClient((client) =>
        client.query<{ folded: number }>("select private.fold_counters($1) as folded", [FOLD_BATCH]),
      );
      batch = result.rows[0]?.folded ?? 0;
      folded += batch;
    } while (batch === FOLD_BATCH);
    if (folded > 0) logger.debug(`folded ${folded} counter changes`);
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
  "17 * * * * purge_sessions",
  "37 * * * * sweep_media",
].join("\n");
