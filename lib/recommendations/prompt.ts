import { createHash } from "node:crypto";
import type { AiRequest } from "@/lib/ai/provider";
import { estimateTokens } from "@/lib/ai/tokens";
import { orderShape } from "./order";
import { INSTRUCTIONS, PROMPT_VERSION } from "./prompts/v1";
import type { RecommendationInput, ShowableText } from "./schemas";

const MOST_TOKENS = 1200;

/** What is said of the person who asks: nothing that names them. */
export interface Asker {
  interests: readonly string[];
  starts_on: string | null;
  ends_on: string | null;
  language: string;
}

/** A question with what stands behind each of its short ids, and what each text is thought to cost. */
export interface Prompt {
  request: AiRequest;
  texts: ReadonlyMap<string, ShowableText>;
  weights: readonly { tenantId: string; tokens: number }[];
}

function entryOf(id: string, text: ShowableText) {
  return {
    id,
    kind: text.kind,
    title: text.title,
    text: text.text,
    place: text.online ? "online" : [text.city, text.country].filter(Boolean).join(", "),
    from: text.starts_local,
    until: text.ends_local,
  };
}

/**
 * Puts a question together from texts that may be shown, and from nothing else: every text stands in a JSON string, so
 * that no text ends where another begins. Pure.
 */
export function assemblePrompt(asker: Asker, texts: readonly ShowableText[], most: number): Prompt {
  const named = texts.map((text, index) => [`c${index + 1}`, text] as const);
  const candidates = named.map(([id, text]) => entryOf(id, text));
  return {
    request: {
      instructions: INSTRUCTIONS,
      data: JSON.stringify({ most, person: asker, candidates }),
      shape: orderShape(named.map(([id]) => id)),
      maxTokens: MOST_TOKENS,
    },
    texts: new Map(named),
    weights: candidates.map((entry, index) => ({
      tenantId: texts[index]?.tenant_id ?? "",
      tokens: estimateTokens(JSON.stringify(entry)),
    })),
  };
}

/** Under what an answer is kept: another model, wording, community, switch, event or journey makes another. */
export function keyOf(
  input: Pick<RecommendationInput, "data_key">,
  models: readonly string[],
  language: string,
): string {
  const whole = JSON.stringify([PROMPT_VERSION, INSTRUCTIONS, models, input.data_key, language]);
  return createHash("sha256").update(whole).digest("hex");
}
