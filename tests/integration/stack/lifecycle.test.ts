import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { createClient } from "@supabase/supabase-js";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { freePort } from "../../../supabase/local/ports.ts";
import { type Stack, startStack } from "../../../supabase/local/stack.ts";
import { stateFiles } from "../../../supabase/local/state.ts";

const siteUrl = "http://archipelago.localhost:3000";
let dir: string;
let running: Stack | undefined;
let lines: string[];

beforeEach(async () => {
  // Not under TMPDIR: the database user must be able to reach it.
  dir = await mkdtemp("/var/tmp/archipelago-lifecycle-");
  lines = [];
});

afterEach(async () => {
  await running?.stop();
  running = undefined;
  await rm(dir, { recursive: true, force: true });
});

async function start(): Promise<Stack> {
  const [apiPort, dbPort] = [await freePort(), await freePort()];
  const log = (line: string) => void lines.push(line);
  running = await startStack({ stateDir: dir, apiPort, dbPort, siteUrl, migrations: false, log });
  return running;
}

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

describe("a kept stack", () => {
  it("keeps keys, data and mails over a restart", async () => {
    const first = await start();
    await query(first.databaseUrl, "create table public.kept as select 42 as answer");
    const client = createClient(first.apiUrl, first.publishableKey, { auth: { persistSession: false } });
    await client.auth.signUp({ email: "kept@example.com", password: "correct-horse-battery" });
    await first.stop();
    const second = await start();
    expect(first.fresh).toBe(true);
    expect(second.fresh).toBe(false);
    expect(second.secretKey).toBe(first.secretKey);
    expect(await query(second.databaseUrl, "select answer from public.kept")).toEqual([{ answer: 42 }]);
    const mails = (await (await fetch(`${second.mailboxUrl}/messages`)).json()) as { to: string }[];
    expect(mails.map((mail) => mail.to)).toEqual(["kept@example.com"]);
  });

  it("hides its keys from other users of the machine", async () => {
    const stack = await start();
    const modes = await Promise.all([stack.files.secrets, stack.files.database].map((file) => stat(file)));
    expect(modes.map((info) => info.mode & 0o077)).toEqual([0, 0]);
  });

  it("makes a half-written data folder anew, and says so", async () => {
    const files = stateFiles(dir);
    await mkdir(files.database, { recursive: true });
    await writeFile(path.join(files.database, "PG_VERSION"), "17\n");
    const stack = await start();
    expect(lines.join("\n")).toContain("half-written");
    expect(await query(stack.databaseUrl, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  it("cleans up after a process that is gone", async () => {
    await (await start()).stop();
    const files = stateFiles(dir);
    // No process has this id: it is above the largest the system gives.
    await writeFile(files.instance, JSON.stringify({ pid: 4_194_305, apiPort: 1, dbPort: 2 }));
    await writeFile(path.join(files.database, "postmaster.pid"), `4194305\n${files.database}\n`);
    const stack = await start();
    expect(await query(stack.databaseUrl, "select 1 as one")).toEqual([{ one: 1 }]);
    expect(JSON.parse(await readFile(files.instance, "utf8"))).toMatchObject({ pid: process.pid });
  });

  it("names another instance by its process", async () => {
    await writeFile(stateFiles(dir).instance, JSON.stringify({ pid: process.ppid, apiPort: 1, dbPort: 2 }));
    await expect(start()).rejects.toThrow(`already running on ${dir} (process ${process.ppid})`);
  });

  it("names a damaged file of keys, and keys missing beside a database", async () => {
    await writeFile(stateFiles(dir).secrets, '{"publishableKey": ');
    await expect(start()).rejects.toThrow(/stack\.json is not valid JSON.*npm run reset/);
    await rm(stateFiles(dir).secrets);
    await (await start()).stop();
    await rm(stateFiles(dir).secrets);
    await expect(start()).rejects.toThrow(/stack\.json is missing.*npm run reset/);
  });

  it("names a database of another Postgres", async () => {
    const stack = await start();
    await stack.stop();
    await writeFile(path.join(stack.files.database, "PG_VERSION"), "16\n");
    await expect(start()).rejects.toThrow(/made by Postgres 16.*npm run reset/);
  });

  it("names a port that is taken and the variable that chooses another", async () => {
    const stack = await start();
    const taken = Number(new URL(stack.apiUrl).port);
    const other = startStack({ stateDir: `${dir}/other`, apiPort: taken, dbPort: await freePort(), siteUrl });
    await expect(other).rejects.toThrow(new RegExp(`Port ${taken} .*ARCHIPELAGO_API_PORT`));
  });
});

describe("the API's server", () => {
  it("refuses sockets without a key and of other paths, and answers mails that are not there", async () => {
    const stack = await start();
    const ask = async (path: string) => {
      const socket = net.connect(Number(new URL(stack.apiUrl).port), "127.0.0.1");
      socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`);
      const [first] = (await once(socket, "data")) as [Buffer];
      return first.toString().split("\r\n")[0];
    };
    expect(await ask("/realtime/v1/websocket?vsn=2.0.0")).toBe("HTTP/1.1 401 Unauthorized");
    expect(await ask(`/rest/v1/websocket?apikey=${stack.publishableKey}`)).toBe("HTTP/1.1 404 Not Found");
    expect((await fetch(`${stack.mailboxUrl}/messages/unknown`)).status).toBe(404);
  });

  it("listens on this machine alone", async () => {
    const stack = await start();
    const address = Object.values(os.networkInterfaces())
      .flat()
      .find((entry) => entry && !entry.internal)?.address;
    const ports = [stack.apiUrl, stack.databaseUrl].map((url) => Number(new URL(url).port));
    for (const port of address ? ports : []) {
      const socket = net.connect(port, address);
      const [error] = (await once(socket, "error")) as [NodeJS.ErrnoException];
      expect(error.code).toBe("ECONNREFUSED");
    }
  });
});

describe("a database that goes away", () => {
  it("leaves the API answering 503, and comes back", async () => {
    const stack = await start();
    const ask = () =>
      fetch(`${stack.apiUrl}/auth/v1/settings`, { headers: { apikey: stack.publishableKey } }).then(
        (r) => r.status,
      );
    expect(await ask()).toBe(200);
    await stack.stopDatabase();
    expect(await ask()).toBe(503);
    await stack.startDatabase();
    expect(await ask()).toBe(200);
  });

  it("is reported when nobody asked it to", async () => {
    const stack = await start();
    const [row] = (await query(stack.adminDatabaseUrl, "select pg_read_file('postmaster.pid') as file")) as {
      file: string;
    }[];
    process.kill(Number(row?.file.split("\n")[0]), "SIGKILL");
    await expect(stack.databaseLost).resolves.toBeUndefined();
  });
});
