import "server-only";
import { z } from "zod";
import type { TenantContext } from "@/lib/actions/contexts";
import { ROLES, type Role } from "@/lib/auth/roles";
import { newId } from "@/lib/ids/uuid";
import { unwrap, unwrapAs } from "@/lib/supabase/result";
import { CSV_START, csvLine } from "@/lib/text/csv";

const rowSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  role: z.enum(ROLES),
  joined_at: z.string(),
  listed: z.boolean(),
  last_seen: z.string().nullable(),
  city: z.string(),
  skills: z.array(z.string()),
  interests: z.array(z.string()),
});
type Row = z.infer<typeof rowSchema>;

/** What stands above the columns, and the words in them. */
export interface ExportWords {
  columns: readonly string[];
  roles: Readonly<Record<Role, string>>;
  yes: string;
  no: string;
}

type Asker = Pick<TenantContext, "db" | "tenant">;

async function readRows({ db, tenant }: Asker, id: string, after?: Row): Promise<Row[]> {
  return unwrapAs(
    rowSchema.array(),
    db.rpc("export_members", {
      p_tenant: tenant.id,
      p_export: id,
      p_after_joined: after?.joined_at ?? null,
      p_after_id: after?.id ?? null,
    }),
  );
}

function lineOf(row: Row, { roles, yes, no }: ExportWords): string {
  const { name, role, joined_at, last_seen, city, skills, interests, listed } = row;
  const words = [skills.join("; "), interests.join("; ")];
  return csvLine([name, roles[role], joined_at, last_seen ?? "", city, ...words, listed ? yes : no]);
}

async function* linesOf(asker: Asker, id: string, words: ExportWords): AsyncGenerator<string> {
  yield CSV_START + csvLine(words.columns);
  let rows = await readRows(asker, id);
  while (rows.length > 0) {
    yield rows.map((row) => lineOf(row, words)).join("");
    rows = await readRows(asker, id, rows.at(-1));
  }
}

/**
 * All active members as a CSV file, in the order of joining, read page by page while it is sent. The audit log holds
 * it, with their number, before the first row is read. Moments are ISO 8601. Throws `forbidden` and `rate_limited`.
 */
export async function exportMembers(asker: Asker, words: ExportWords): Promise<ReadableStream<Uint8Array>> {
  const { db, tenant } = asker;
  const id = newId();
  await unwrap(db.rpc("begin_member_export", { p_tenant: tenant.id, p_export: id }));
  const lines = linesOf(asker, id, words);
  const bytes = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(bytes.encode(value));
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
}
