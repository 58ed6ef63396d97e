import { type Community, personOf } from "./cast.ts";
import { type Db, rowsOf } from "./db.ts";

/** Somebody whose token is of the network host, or bound to a community. */
export type Who = { role: string; claims: string };

export function tokenOf(person: string, boundTo?: Community): Who {
  return {
    role: "authenticated",
    claims: JSON.stringify({
      role: "authenticated",
      sub: person,
      scope: boundTo ? "community" : "network",
      ...(boundTo ? { tenant_id: boundTo.id } : {}),
    }),
  };
}

/** The token of somebody of a community, of the network host or bound to that community. */
export function at(who: Parameters<typeof personOf>[1], community: Community, bound = false): Who {
  return tokenOf(personOf(community, who), bound ? community : undefined);
}

/** The token of a visitor on the host of a community. */
export function visitorOf(community: Community): Who {
  return { role: "anon", claims: JSON.stringify({ role: "anon", tenant_id: community.id }) };
}

/** Runs work as somebody and keeps what it did; what the database refuses comes back as its message. */
export async function acting<T>(db: Db, who: Who, work: () => Promise<T>): Promise<T | string> {
  await db.query("savepoint act");
  try {
    await db.query("select set_config('request.jwt.claims', $1, true), set_config('role', $2, true)", [
      who.claims,
      who.role,
    ]);
    const done = await work();
    await db.query("release savepoint act");
    return done;
  } catch (error) {
    await db.query("rollback to savepoint act");
    return error instanceof Error ? error.message : String(error);
  } finally {
    await db.query("select set_config('request.jwt.claims', '', true), set_config('role', 'postgres', true)");
  }
}

/** What an expression is to somebody. */
export function as<T = string>(db: Db, who: Who, expression: string): Promise<T | string> {
  return acting(db, who, async () => {
    const [row] = await rowsOf<{ value: T }>(db, `select (${expression}) as value`);
    return row?.value as T;
  });
}

/** The same, for what has to go well. Throws what the database refuses. */
export async function call<T = unknown>(db: Db, who: Who, expression: string): Promise<T> {
  const answer = await as<T>(db, who, expression);
  if (typeof answer === "string" && /[: ]/.test(answer)) throw new Error(`${expression}: ${answer}`);
  return answer as T;
}

/** Writes as somebody. Throws what the database refuses. */
export async function write(db: Db, who: Who, statement: string): Promise<void> {
  const refused = await acting(db, who, async () => {
    await db.query(statement);
  });
  if (typeof refused === "string") throw new Error(refused);
}
