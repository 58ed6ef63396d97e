import { z } from "zod";
import { cleanLine } from "@/lib/text/characters";

const MOST_REASON = 200;
/** Whatever could lead somewhere, or looks like a program's text, is no reason. */
const SUSPECT = /https?:|www\.|:\/\/|@|[<>{}[\]`]/i;

const orderSchema = z.object({
  items: z.array(z.object({ id: z.string().max(20), reason: z.string() })).max(200),
});

/** One choice of a provider: a short id that it was given, and its reason where it is fit to be shown. */
export interface Choice {
  id: string;
  reason: string | null;
}

/** JSON Schema of an answer: ids that were given and nothing else. */
export function orderShape(ids: readonly string[]) {
  const item = {
    type: "object",
    additionalProperties: false,
    required: ["id", "reason"],
    properties: { id: { type: "string", enum: [...ids] }, reason: { type: "string" } },
  };
  return {
    name: "order",
    schema: {
      type: "object",
      additionalProperties: false,
      required: ["items"],
      properties: { items: { type: "array", items: item } },
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A reason as one line of plain text of at most 200 characters; null where it is none. */
export function cleanReason(reason: string): string | null {
  const line = cleanLine(reason);
  if (line === "" || SUSPECT.test(line)) return null;
  const letters = [...line];
  return letters.length <= MOST_REASON
    ? line
    : `${letters
        .slice(0, MOST_REASON - 1)
        .join("")
        .trimEnd()}…`;
}

/**
 * Reads an answer: at most `most` of the given ids, each once, what it made up left out. Null where nothing remains, so
 * that somebody else is asked.
 */
export function readOrder(text: string, ids: ReadonlySet<string>, most: number): Choice[] | null {
  const parsed = orderSchema.safeParse(parse(text));
  if (!parsed.success) return null;
  const chosen = new Map<string, Choice>();
  for (const { id, reason } of parsed.data.items) {
    if (ids.has(id) && !chosen.has(id) && chosen.size < most)
      chosen.set(id, { id, reason: cleanReason(reason) });
  }
  return chosen.size > 0 ? [...chosen.values()] : null;
}
