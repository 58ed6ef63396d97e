import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { serverEnv } from "@/lib/env/server";

interface Signed {
  id: string;
  userId: string;
  /** ISO 8601. */
  expiresAt: string;
}

function sign({ id, userId, expiresAt }: Signed): Buffer {
  const { SUPABASE_JWT_SECRET, SUPABASE_JWT_SIGNING_KEY } = serverEnv();
  const secret = SUPABASE_JWT_SECRET ?? SUPABASE_JWT_SIGNING_KEY ?? "";
  const moment = new Date(expiresAt).toISOString();
  return createHmac("sha256", `export-link:${secret}`).update(`${id}:${userId}:${moment}`).digest();
}

/** Path of an export's file, good for its owner alone and until it expires. */
export function exportPath(signed: Signed): string {
  return `/account/exports/${signed.id}/download?token=${sign(signed).toString("base64url")}`;
}

/** Whether a link's token is the one that was given out for this export. */
export function isExportToken(token: string, signed: Signed): boolean {
  const given = Buffer.from(token, "base64url");
  const right = sign(signed);
  return given.length === right.length && timingSafeEqual(given, right);
}
