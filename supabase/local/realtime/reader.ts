import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { realtimeLimits } from "./limits.ts";

/** A row of realtime.messages that is to be delivered. */
export type StoredMessage = {
  id: string;
  topic: string;
  event: string;
  payload: unknown;
  private: boolean;
};

type Row = StoredMessage & { txid: string; seq: string };

export type ReaderOptions = {
  url: string;
  /** Messages in the order of their transactions; the next ones are read when it has settled. */
  deliver(messages: readonly StoredMessage[]): Promise<void>;
  /** The database says that somebody may have lost the right to listen. */
  recheck(): void;
  log(line: string): void;
};

export type Reader = { close(): Promise<void> };

const next = `
  select m.id::text, m.topic, m.event, m.payload, m.private, m.txid::text, m.seq::text
  from realtime.messages m
  where (m.txid, m.seq) > ($1::xid8, $2::bigint) and m.txid < pg_snapshot_xmin(pg_current_snapshot())
  order by m.txid, m.seq limit ${realtimeLimits.batch}`;
const held =
  "select exists (select from realtime.messages where txid >= pg_snapshot_xmin(pg_current_snapshot())) as held";
const old = `delete from realtime.messages where inserted_at < now() - interval '${realtimeLimits.keptDays} days'`;
const hourMs = 3_600_000;

/** Something to wait for that may have happened already. */
function createBell() {
  let rung = false;
  let wake: () => void = () => undefined;
  return {
    ring() {
      rung = true;
      wake();
    },
    async wait(ms: number) {
      const timer = rung ? undefined : setTimeout(() => wake(), ms);
      if (!rung) await new Promise<void>((resolve) => (wake = resolve));
      clearTimeout(timer);
      rung = false;
    },
  };
}

type Position = { txid: string; seq: string };

/** Where a gateway begins: messages of before are nobody's. */
async function findStart(client: pg.Client): Promise<Position> {
  const start = "select pg_snapshot_xmin(pg_current_snapshot())::text as txid";
  const [row] = (await client.query<{ txid: string }>(start)).rows;
  return { txid: row?.txid ?? "0", seq: "0" };
}

/** Reads once, and moves the position on: how long there is nothing to do, in milliseconds. */
async function readOn(client: pg.Client, at: Position, { deliver }: ReaderOptions): Promise<number> {
  const { rows } = await client.query<Row>(next, [at.txid, at.seq]);
  const last = rows.at(-1);
  if (last) {
    await deliver(rows);
    Object.assign(at, { txid: last.txid, seq: last.seq });
  }
  if (rows.length === realtimeLimits.batch) return 0;
  const [answer] = (await client.query<{ held: boolean }>(held)).rows;
  return answer?.held ? realtimeLimits.heldMs : realtimeLimits.pollMs;
}

/**
 * Follows realtime.messages, woken by the database. A lost connection is made anew and goes on where the last one was.
 * @throws when the first connection fails.
 */
export async function followMessages(options: ReaderOptions): Promise<Reader> {
  const bell = createBell();
  let closing = false;
  let purgedAt = 0;

  async function connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: options.url, application_name: "supabase realtime" });
    client.on("error", () => bell.ring());
    client.on("notification", ({ channel }) =>
      channel === "realtime_recheck" ? options.recheck() : bell.ring(),
    );
    await client.connect();
    await client.query("listen realtime_messages; listen realtime_recheck");
    return client;
  }

  const first = await connect();
  const at = await findStart(first);

  async function follow(client: pg.Client): Promise<void> {
    while (!closing) {
      if (Date.now() - purgedAt > hourMs) {
        await client.query(old);
        purgedAt = Date.now();
      }
      const idleMs = await readOn(client, at, options);
      if (idleMs > 0 && !closing) await bell.wait(idleMs);
    }
  }

  /** A connection in place of one that broke: what was said while nobody listened is asked for. */
  async function reconnect(): Promise<pg.Client> {
    const client = await connect();
    options.recheck();
    return client;
  }

  async function run(): Promise<void> {
    let client: pg.Client | undefined = first;
    while (!closing) {
      try {
        client ??= await reconnect();
        await follow(client);
      } catch (cause) {
        options.log(`realtime: ${String(cause)}`);
        await client?.end().catch(() => undefined);
        client = undefined;
        if (!closing) await wait(250);
      }
    }
    await client?.end().catch(() => undefined);
  }

  const running = run();
  return {
    close: () => {
      closing = true;
      bell.ring();
      return running;
    },
  };
}
