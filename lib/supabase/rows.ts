import type { DatabaseFailure } from "@/lib/errors/database-error";
import { unwrap } from "./result";

/** Waits for a supabase-js query that answers with rows. Throws AppError as {@link unwrap} does. */
export async function unwrapRows<T>(
  query: PromiseLike<{ data: T[] | null; error: DatabaseFailure | null; status?: number }>,
): Promise<T[]> {
  return (await unwrap(query)) ?? [];
}
