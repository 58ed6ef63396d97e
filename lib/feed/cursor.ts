import { z } from "zod";

/** Where a page of a list in order of time ended: the moment and id of its last row. */
export interface Cursor {
  at: string;
  id: string;
}

/** Where a page of a list in order of likes and answers ended. */
export interface RankCursor {
  score: number;
  id: string;
}

const cursorShape = z.tuple([z.iso.datetime({ offset: true }), z.uuid()]);
const rankShape = z.tuple([z.string().regex(/^\d{1,9}$/), z.uuid()]);

/** Writes a place in a list as text for an address. Its inside is nobody's business. */
export function encodeCursor(place: Cursor | RankCursor): string {
  const first = "at" in place ? place.at : place.score;
  return Buffer.from(`${first} ${place.id}`).toString("base64url");
}

function partsOf(text: string): string[] {
  return Buffer.from(text, "base64url").toString().split(" ");
}

/** Reads a place in time again; null for what {@link encodeCursor} did not write. */
export function parseCursor(text: string): Cursor | null {
  const parsed = cursorShape.safeParse(partsOf(text));
  return parsed.success ? { at: parsed.data[0], id: parsed.data[1] } : null;
}

/** Reads a place of either kind. */
export function parseFeedCursor(text: string): Cursor | RankCursor | null {
  const ranked = rankShape.safeParse(partsOf(text));
  return ranked.success ? { score: Number(ranked.data[0]), id: ranked.data[1] } : parseCursor(text);
}

function queried<T>(parse: (text: string) => T | null) {
  return z
    .string()
    .max(200)
    .transform((text, ctx) => {
      const cursor = parse(text);
      if (!cursor) ctx.addIssue({ code: "custom", message: "not_accepted" });
      return cursor ?? z.NEVER;
    });
}

/** A place in time as a query carries it. */
export const cursorSchema = queried(parseCursor);

/** A place of either kind as a query carries it. */
export const feedCursorSchema = queried(parseFeedCursor);

/** A place from the address of a page: a broken one is the beginning of the list. */
export function readCursor(value: string | string[] | undefined): Cursor | null {
  return typeof value === "string" ? parseCursor(value) : null;
}
