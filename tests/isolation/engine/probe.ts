import type { Db } from "./db.ts";
import { rowsOf } from "./db.ts";

/** One attempt of one actor. Whatever it does is undone afterwards. */
export type Probe = {
  role: string;
  /** JSON of request.jwt.claims. */
  claims: string;
  /** JSON of request.headers. */
  headers?: string;
  /** Run as the owner before the attempt. */
  before?: string;
  /** The attempt. With `reads`, a query of one text[] column. */
  sql: string;
  reads?: boolean;
  /** Run as the owner after the attempt: a query of one text[] column. */
  observe?: string;
};

export type Outcome = {
  /** "ok", or the SQLSTATE of the refusal. */
  state: string;
  message: string;
  /** Rows the statement reports. */
  count: number;
  seen: string[];
};

const installProbe = `
create or replace function pg_temp.probe(p_attempts jsonb) returns setof jsonb language plpgsql as $probe$
declare
  attempt jsonb;
  seen text[];
  n bigint;
  answer jsonb;
begin
  for attempt in select value from jsonb_array_elements(p_attempts) loop
    begin
      seen := '{}';
      n := 0;
      if attempt ? 'before' then execute attempt ->> 'before'; end if;
      perform set_config('request.jwt.claims', attempt ->> 'claims', true),
              set_config('request.headers', coalesce(attempt ->> 'headers', ''), true),
              set_config('role', attempt ->> 'role', true);
      if attempt ? 'reads' then
        execute attempt ->> 'sql' into seen;
        n := coalesce(cardinality(seen), 0);
      else
        execute attempt ->> 'sql';
        get diagnostics n = row_count;
      end if;
      perform set_config('role', session_user, true), set_config('request.jwt.claims', '', true);
      if attempt ? 'observe' then execute attempt ->> 'observe' into seen; end if;
      answer := jsonb_build_object('state', 'ok', 'message', '', 'count', n, 'seen', coalesce(to_jsonb(seen), '[]'));
      raise exception using errcode = 'ZZ000', message = 'undo';
    exception when others then
      if sqlstate = 'ZZ000' then
        return next answer;
      else
        return next jsonb_build_object('state', sqlstate, 'message', sqlerrm, 'count', 0, 'seen', '[]'::jsonb);
      end if;
    end;
  end loop;
end $probe$`;

/** Makes probing possible on this connection. */
export async function prepareProbes(db: Db): Promise<void> {
  await db.query(installProbe);
}

/** Runs attempts one after the other, each in a savepoint of its own, in one round trip. Outcomes keep their order. */
export async function probe(db: Db, attempts: readonly Probe[]): Promise<Outcome[]> {
  if (attempts.length === 0) return [];
  const rows = await rowsOf<{ probe: Outcome }>(db, "select pg_temp.probe($1::jsonb)", [
    JSON.stringify(attempts),
  ]);
  return rows.map((row) => row.probe);
}
