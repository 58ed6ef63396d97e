import { expect } from "vitest";
import { type DueExport, type ExportWorker, exportFile, makeExport } from "@/lib/exports/make-export";
import { poolFor, stackEnv } from "../../support/stack.ts";
import { unzip } from "../../support/unzip.ts";
import { dbOf, type Person, serverDb } from "../people.ts";

export const query = async <Row>(text: string, values?: unknown[]) =>
  (await poolFor(stackEnv().DATABASE_URL).query(text, values)).rows as Row[];
export const worker: ExportWorker = {
  query,
  async hold(work) {
    const client = await poolFor(stackEnv().DATABASE_URL).connect();
    try {
      return await work(
        async <Row>(text: string, values?: unknown[]) => (await client.query(text, values)).rows as Row[],
      );
    } finally {
      client.release();
    }
  },
};

/** What waits longest, as the queue hands it out. */
export async function take(): Promise<DueExport> {
  const [due] = await query<DueExport>("select id, user_id, of_tenant_id from private.take_export()");
  if (!due) throw new Error("nothing waits");
  return due;
}

/** Asks for an export of all communities, or of one. Gives its id. */
export async function ask(person: Person, slug: string | null = null): Promise<string> {
  const { data, error } = await dbOf(person).rpc("request_export", { p_slug: slug });
  if (error) throw new Error(error.message);
  return String(data);
}

/** An export that was asked for and made, with its files by their names. */
export async function make(person: Person, slug: string | null = null) {
  const id = await ask(person, slug);
  expect(await makeExport(worker, await take())).toBe("done");
  const { data } = await serverDb().storage.from("exports").download(exportFile(id));
  if (!data) throw new Error("no file is kept");
  const zip = Buffer.from(await data.arrayBuffer());
  return { id, zip, files: await unzip(zip) };
}
