import type { z } from "zod";
import { AppError } from "@/lib/errors/app-error";
import { type DatabaseFailure, fromDatabase } from "@/lib/errors/database-error";

interface Answer {
  data: unknown;
  error: DatabaseFailure | null;
  status?: number;
}

/** Waits for a supabase-js query and gives its data. Throws AppError, also where the service cannot be reached. */
export async function unwrap<T>(
  query: PromiseLike<{ data: T; error: DatabaseFailure | null; status?: number }>,
): Promise<T> {
  const { data, error, status } = await query;
  if (error) throw fromDatabase(error, status);
  return data;
}

/** Like {@link unwrap}, and checks the shape: what the database answers is typed by what is read here. */
export async function unwrapAs<S extends z.ZodType>(
  schema: S,
  query: PromiseLike<Answer>,
): Promise<z.infer<S>> {
  const data = await unwrap(query);
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  throw new AppError("internal", "unexpected_answer", { detail: parsed.error.message });
}
