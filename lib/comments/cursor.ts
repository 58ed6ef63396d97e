import { z } from "zod";

const ID_HEX = 32;
/** The deepest comment, and one id more for a place past everything below it. */
const LONGEST = 62;
const pathSchema = z.array(z.uuid()).min(1).max(LONGEST);

/** Writes the place of a comment in its thread (ids from the top down to it) as text for an address. */
export function encodePath(path: readonly string[]): string {
  return Buffer.from(path.join("").replaceAll("-", ""), "hex").toString("base64url");
}

/** Reads a place again; null for what {@link encodePath} did not write. */
export function parsePath(text: string): string[] | null {
  const hex = Buffer.from(text, "base64url").toString("hex");
  if (hex.length === 0 || hex.length % ID_HEX !== 0) return null;
  const ids = hex.match(/.{32}/g) ?? [];
  const parsed = pathSchema.safeParse(
    ids.map((id) => id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")),
  );
  return parsed.success ? parsed.data : null;
}

/** A place in a thread as a query carries it. */
export const pathCursorSchema = z
  .string()
  .max(1400)
  .transform((text, ctx) => {
    const path = parsePath(text);
    if (!path) ctx.addIssue({ code: "custom", message: "not_accepted" });
    return path ?? z.NEVER;
  });
