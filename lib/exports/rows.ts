import type { Section } from "@/lib/personal-data/sections";

/** Runs SQL on the one connection that reads an export. */
export type Query = <Row>(sql: string, values?: unknown[]) => Promise<Row[]>;

/** Whose rows: of one community, or of all. */
export interface Whose {
  userId: string;
  tenantId: string | null;
}

export type Line = Readonly<Record<string, unknown>>;

/** Rows in memory at once. */
const BATCH = 500;

/** What the network itself keeps of somebody stands under this id. */
const NETWORK = "00000000-0000-0000-0000-000000000000";

/** Whether a section has anything to say of one community alone. */
export function belongsTo(section: Section, { tenantId }: Whose): boolean {
  return tenantId === null || section.tenant !== undefined;
}

function lineOf({ columns, expressions = {} }: Section): string {
  const fields = [
    ...columns.map((column) => `'${column}', x.${column}`),
    ...Object.entries(expressions).map(([name, told]) => `'${name}', ${told}`),
  ];
  return `jsonb_build_object(${fields.join(", ")})::text`;
}

/** The column by which rows are narrowed to communities. */
function placeColumn({ tenant, everywhere }: Section, { tenantId }: Whose): string | undefined {
  return everywhere && tenantId === null ? undefined : tenant;
}

function conditionOf(section: Section, whose: Whose): string {
  const conditions = [`x.${section.person} = $1`];
  const place = placeColumn(section, whose);
  // Indexes of what belongs to communities begin with the community.
  if (place) conditions.push(`x.${place} = any ($2::uuid[])`);
  if (section.where) conditions.push(section.where);
  return conditions.join(" and ");
}

/** The communities in which somebody may have left anything, and the network itself. */
export async function placesOf(query: Query, { userId, tenantId }: Whose): Promise<string[]> {
  if (tenantId) return [tenantId];
  const rows = await query<{ id: string }>(
    `select m.tenant_id as id from public.tenant_users m where m.user_id = $1
     union
     select s.tenant_id from public.content_sharing s
     where s.asked_by = $1 and s.target_tenant_id = any (array(
       select m.tenant_id from public.tenant_users m where m.user_id = $1))`,
    [userId],
  );
  return [...rows.map((row) => row.id), NETWORK];
}

function valuesOf(section: Section, whose: Whose, places: readonly string[]): unknown[] {
  return placeColumn(section, whose) ? [whose.userId, places] : [whose.userId];
}

/** How many rows a section has. */
export async function countRows(
  query: Query,
  section: Section,
  whose: Whose,
  places: readonly string[],
): Promise<number> {
  const rows = await query<{ n: number }>(
    `select count(*)::int as n from ${section.table} x where ${conditionOf(section, whose)}`,
    valuesOf(section, whose, places),
  );
  return rows[0]?.n ?? 0;
}

/**
 * The rows of a section as JSON, in the order of its key, a batch at a time: through a cursor, so that never more than
 * that is in memory.
 */
export async function* readRows(
  query: Query,
  section: Section,
  whose: Whose,
  places: readonly string[],
): AsyncGenerator<string[]> {
  const order = section.key.map((key) => `x.${key}`).join(", ");
  await query(
    `declare section_rows no scroll cursor for
     select ${lineOf(section)} as line from ${section.table} x where ${conditionOf(section, whose)} order by ${order}`,
    valuesOf(section, whose, places),
  );
  try {
    let batch: { line: string }[];
    do {
      batch = await query<{ line: string }>(`fetch ${BATCH} from section_rows`);
      yield batch.map(({ line }) => line);
    } while (batch.length === BATCH);
  } finally {
    await query("close section_rows").catch(() => undefined);
  }
}
