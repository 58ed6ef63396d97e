import { z } from "zod";

/** Where a page of a list ended: the moment and id of its last row. */
export interface Cursor {
  at: string;
  id: string;
}

const cursorShape = z.tuple([z.iso.datetime({ offset: true }), z.uuid()]);

/** Writes a place in a list as text for an address. Its inside is nobody's business. */
export function encodeCursor({ at, id }: Cursor): string {
  return Buffer.from(`${at} ${id}`).toString("base64url");
}

/** Reads a place again; null for what {@link encodeCursor} did not write. */
export function parseCursor(text: string): Cursor | null {
  const parsed = cursorShape.safeParse(Buffer.from(text, "base64url").toString().split(" "));
  return parsed.success ? { at: parsed.data[0], id: parsed.data[1] } : null;
}

/** A place in a list as a query carries it. */
export const cursorSchema = z
  .string()
  .max(200)
  .transform((text, ctx) => {
    const cursor = parseCursor(text);
    if (!cursor) ctx.addIssue({ code: "custom", message: "not_accepted" });
    return cursor ?? z.NEVER;
  });

/** A place from the address of a page: a broken one is the beginning of the list. */
export function readCursor(value: string | string[] | undefined): Cursor | null {
  return typeof value === "string" ? parseCursor(value) : null;
}
