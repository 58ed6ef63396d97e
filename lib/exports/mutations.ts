import "server-only";
import type { ViewerContext } from "@/lib/actions/contexts";
import { listMySessions } from "@/lib/auth/queries";
import { isFreshSignIn } from "@/lib/auth/rules";
import { AppError } from "@/lib/errors/app-error";
import { createDb } from "@/lib/supabase/client";
import { unwrap, unwrapAs } from "@/lib/supabase/result";
import { isExportToken } from "./link";
import { exportFile } from "./make-export";
import { exportCardSchema } from "./schemas";

/** Asks for an export. Throws `conflict` with reason `export_running` while another is being made. */
export async function requestExport({ db }: ViewerContext, slug: string | null): Promise<void> {
  await unwrap(db.rpc("request_export", { p_slug: slug }));
}

/** Stops one that is being made. */
export async function cancelExport({ db }: ViewerContext, id: string): Promise<void> {
  await unwrap(db.rpc("cancel_export", { p_export: id }));
}

/** The file of an export, as it comes from Storage: an archive may be larger than what a process can hold. */
interface OpenedExport {
  content: ReadableStream;
  /** Its length; null where that is not known. */
  bytes: number | null;
  name: string;
}

/**
 * The file of an export for its owner, shortly after signing in; what is given is written down. Throws `not_found` for
 * anybody else's and for a wrong token alike, `conflict` with reason `export_expired` or `export_not_ready`, and
 * `forbidden` with reason `sign_in_again`. `signal` ends the reading of it.
 */
export async function openExport(
  { db, viewer, requestId }: ViewerContext,
  { id, token }: { id: string; token: string },
  signal?: AbortSignal,
): Promise<OpenedExport> {
  const card = await unwrapAs(exportCardSchema, db.rpc("find_export", { p_export: id }));
  const right =
    card.expires_at && isExportToken(token, { id, userId: viewer.id, expiresAt: card.expires_at });
  if (!right) throw new AppError("not_found", "wrong_link");
  const { network } = await listMySessions(db);
  if (!isFreshSignIn(network.find((session) => session.current)?.created_at, new Date()))
    throw new AppError("forbidden", "sign_in_again");
  const files = createDb({ scope: "server" }, requestId).storage.from("exports");
  const { data, error } = await files.download(exportFile(id), undefined, { signal }).asStream();
  if (!data) throw new AppError("unavailable", "storage_down", { detail: error?.message });
  try {
    await unwrap(db.rpc("open_export", { p_export: id }));
  } catch (cause) {
    await data.cancel();
    throw cause;
  }
  return { content: data, bytes: card.bytes, name: `archipelago-${card.requested_at.slice(0, 10)}.zip` };
}
