import "server-only";
import OpenAI, { APIConnectionError, APIError, APIUserAbortError } from "openai";
import type { ChatCompletionChunk } from "openai/resources/chat/completions";
import type { ProviderSettings } from "@/lib/env/ai";
import { boundedFetch } from "./bounded-fetch";
import { AiFailure, stopped } from "./failure";

/** What a model is asked: instructions, data, and the shape of its answer as JSON Schema. */
export interface AiRequest {
  instructions: string;
  data: string;
  shape: { name: string; schema: Record<string, unknown> };
  /** Tokens that the answer may have at most. */
  maxTokens: number;
}

/** The text of an answer, and what it cost in tokens where the provider says so. */
export interface Completion {
  text: string;
  tokens: number | null;
}

/** Somebody who can be asked. */
export interface Provider {
  name: string;
  model: string;
  /** Throws AiFailure. */
  complete(request: AiRequest, signal: AbortSignal): Promise<Completion>;
}

const MOST_BYTES = 256 * 1024;
const MOST_CHARACTERS = 32 * 1024;

const HOUR_MS = 3_600_000;

/** Reads `Retry-After`: seconds or a date. At most an hour. */
export function retryAfterMs(header: string | null, now: number): number | null {
  if (!header) return null;
  const wait = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), HOUR_MS) : null;
}

function ofStatus(status: number, headers: Headers | undefined): AiFailure {
  const wait = retryAfterMs(headers?.get("retry-after") ?? null, Date.now());
  if (status === 429) return new AiFailure("limited", wait);
  if (status === 401 || status === 403) return new AiFailure("denied");
  if (status >= 500 || status === 408) return new AiFailure("broken", wait);
  return new AiFailure("request");
}

/** What an error of the client or the connection means. */
function failureOf(error: unknown, signal: AbortSignal): AiFailure {
  // An aborted stream simply ends, so this comes first.
  if (signal.aborted) return stopped(signal);
  const cause = error instanceof Error ? error.cause : undefined;
  if (error instanceof AiFailure) return error;
  if (cause instanceof AiFailure) return cause;
  if (error instanceof APIUserAbortError) return new AiFailure("stopped");
  if (error instanceof APIConnectionError) return new AiFailure("unreachable");
  if (error instanceof APIError && error.status !== undefined) return ofStatus(error.status, error.headers);
  // The stream ended within a message, or what it held is no message.
  return new AiFailure(error instanceof SyntaxError || error instanceof APIError ? "broken" : "cut");
}

/** Puts the pieces of a stream together. Throws AiFailure where it is no whole answer in words. */
async function readAnswer(stream: AsyncIterable<ChatCompletionChunk>): Promise<Completion> {
  let text = "";
  let tokens: number | null = null;
  let ended: string | null = null;
  for await (const chunk of stream) {
    tokens = chunk.usage?.total_tokens ?? tokens;
    const choice = chunk.choices?.[0];
    if (!choice) continue;
    if (choice.delta?.refusal) throw new AiFailure("refused");
    if (choice.delta?.tool_calls?.length) throw new AiFailure("unfit");
    text += choice.delta?.content ?? "";
    if (text.length > MOST_CHARACTERS) throw new AiFailure("unfit");
    ended = choice.finish_reason ?? ended;
  }
  if (ended === "content_filter") throw new AiFailure("refused");
  if (ended === "tool_calls" || ended === "function_call" || ended === "length") throw new AiFailure("unfit");
  if (ended !== "stop") throw new AiFailure("cut");
  return { text, tokens };
}

/** A provider that speaks chat completions: OpenAI, whoever copies it, or a model on one's own machine. */
export function openProvider({ name, url, model, key }: ProviderSettings): Provider {
  const client = new OpenAI({
    baseURL: url,
    apiKey: key ?? "none",
    maxRetries: 0,
    logLevel: "off",
    fetch: boundedFetch(MOST_BYTES),
  });
  return {
    name,
    model,
    async complete({ instructions, data, shape, maxTokens }, signal) {
      try {
        const stream = await client.chat.completions.create(
          {
            model,
            stream: true,
            stream_options: { include_usage: true },
            max_completion_tokens: maxTokens,
            messages: [
              { role: "system", content: instructions },
              { role: "user", content: data },
            ],
            response_format: { type: "json_schema", json_schema: { ...shape, strict: true } },
          },
          { signal },
        );
        return await readAnswer(stream);
      } catch (error) {
        throw failureOf(error, signal);
      }
    },
  };
}
