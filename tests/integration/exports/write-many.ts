import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { writeExport } from "@/lib/exports/write-export";

// Run as a process of its own: what it prints is how much more memory an export took than the connection alone.
const [, , databaseUrl, userId] = process.argv;
const client = new pg.Client({ connectionString: databaseUrl });
await client.connect();
await client.query("begin isolation level repeatable read read only");
const folder = await mkdtemp(path.join(tmpdir(), "export-"));
const before = process.memoryUsage().rss;
let most = before;
const watch = setInterval(() => {
  most = Math.max(most, process.memoryUsage().rss);
}, 10);
const made = await writeExport(
  path.join(folder, "export.zip"),
  { userId: userId ?? "", tenantId: null },
  {
    query: async <Row>(sql: string, values?: unknown[]) => (await client.query(sql, values)).rows as Row[],
    readFile: async () => null,
    advance: async () => undefined,
    textOf: (name) => name,
    locale: "en",
  },
);
clearInterval(watch);
process.stdout.write(JSON.stringify({ bytes: made.bytes, grown: most - before }));
await client.end();
await rm(folder, { recursive: true, force: true });
