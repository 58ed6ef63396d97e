import "server-only";
import { createHash, randomBytes } from "node:crypto";

/** 256 random bits as base64url: session cookies, one-time codes, nonces. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** SHA-256 in hex: what the database keeps of a secret. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
