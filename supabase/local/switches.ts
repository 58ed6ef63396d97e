import pg from "pg";
import type { Api } from "./api.ts";
import type { Guarded } from "./processes.ts";
import type { Gateway } from "./realtime/gateway.ts";

/** Listens for `notify pgrst`, as PostgREST does, so that a migration by another process is seen at once. */
async function watchSchema(url: string, reload: () => Promise<void>): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: "supabase api schema watch" });
  client.on("error", () => undefined);
  client.on("notification", () => void reload());
  await client.connect();
  await client.query("listen pgrst");
  return client;
}

/** A part that can be stopped and started again while the others stay. */
export type Switch = { on(): Promise<void>; off(): Promise<void> };

/** The API, with an eye on the schema. `current` is undefined while it is off. */
export function apiSwitch(
  make: () => Promise<Api>,
  databaseUrl: string,
): Switch & { current(): Api | undefined } {
  let current: { api: Api; watcher: pg.Client } | undefined;
  return {
    current: () => current?.api,
    async on() {
      const api = await make();
      current = { api, watcher: await watchSchema(databaseUrl, api.reloadSchema) };
    },
    async off() {
      const closing = current;
      current = undefined;
      await Promise.all([closing?.watcher.end(), closing?.api.close()]);
    },
  };
}

/** Realtime. `current` is undefined while it is off. */
export function gatewaySwitch(make: () => Promise<Gateway>): Switch & { current(): Gateway | undefined } {
  let current: Gateway | undefined;
  return {
    current: () => current,
    async on() {
      current = await make();
    },
    async off() {
      const closing = current;
      current = undefined;
      await closing?.close();
    },
  };
}

/** The database. `lost` settles when it ends although nobody switched it off. */
export function databaseSwitch(launch: () => Promise<Guarded>): Switch & { lost: Promise<void> } {
  let stopCurrent = async () => {};
  let reportLoss: () => void = () => undefined;
  const lost = new Promise<void>((resolve) => {
    reportLoss = resolve;
  });
  return {
    lost,
    async on() {
      const server = await launch();
      let wanted = true;
      void server.exited.then(() => wanted && reportLoss());
      stopCurrent = async () => {
        wanted = false;
        stopCurrent = async () => {};
        await server.stop();
      };
    },
    off: () => stopCurrent(),
  };
}
