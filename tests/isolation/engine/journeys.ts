import { as, call as callAs, tokenOf } from "./acts.ts";
import { type Community, harbour, personOf } from "./cast.ts";
import type { Db } from "./db.ts";

/** Belongs to both communities, and plans. */
export const owner = personOf(harbour, "dual");
/** Belongs to the harbour alone. */
export const friend = personOf(harbour, "member");
export const plan = "00000000-0000-7000-8000-0000000000a1";

/** What an expression is to a person. */
export const ask = <T = unknown>(db: Db, person: string, expression: string, bound?: Community) =>
  as<T>(db, tokenOf(person, bound), expression);

/** The same; throws what the database refuses. */
export const call = <T = unknown>(db: Db, person: string, expression: string) =>
  callAs<T>(db, tokenOf(person), expression);
