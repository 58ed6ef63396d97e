import { z } from "zod";
import type { Shared } from "./connection.ts";
import { realtimeLimits } from "./limits.ts";
import { type Bearer, bearerOfKey, readToken } from "./tokens.ts";

const messageSchema = z.object({
  topic: z.string().min(1).max(realtimeLimits.topicLength),
  event: z.string().min(1),
  payload: z.record(z.string(), z.unknown()),
  private: z.boolean().default(false),
});
const bodySchema = z.object({ messages: z.array(messageSchema).min(1).max(realtimeLimits.messages) });
const one = /^\/realtime\/v1\/api\/broadcast\/([^/]+)\/events\/([^/]+)$/;

type Message = z.infer<typeof messageSchema>;

async function bearerOf(request: Request, { keys }: Shared): Promise<Bearer | undefined> {
  const key = bearerOfKey(request.headers.get("apikey"), keys);
  const token = /^Bearer\s+(\S+)$/.exec(request.headers.get("authorization") ?? "")?.[1];
  if (!token || !key || key.role === "service_role") return key;
  const bearer = await readToken(token, keys);
  return "code" in bearer ? undefined : bearer;
}

/** A part of a path as it is meant; empty where its escapes are none. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}

function messagesOf(url: URL, body: unknown): Message[] | undefined {
  const named = one.exec(url.pathname);
  if (!named) return bodySchema.safeParse(body).data?.messages;
  const [topic = "", event = ""] = named.slice(1).map(decoded);
  const isPrivate = url.searchParams.get("private") === "true";
  const message = messageSchema.safeParse({ topic, event, payload: body, private: isPrivate }).data;
  return message && [message];
}

/** Answers `POST /realtime/v1/api/broadcast`, and its form for one message; undefined for any other request. */
export async function answerBroadcast(request: Request, shared: Shared): Promise<Response | undefined> {
  const url = new URL(request.url);
  if (url.pathname !== "/realtime/v1/api/broadcast" && !one.test(url.pathname)) return undefined;
  if (request.method !== "POST") return new Response(null, { status: 405, headers: { allow: "POST" } });
  const bearer = await bearerOf(request, shared);
  if (!bearer) return Response.json({ message: "Unauthorized" }, { status: 401 });
  if (Number(request.headers.get("content-length") ?? Number.POSITIVE_INFINITY) > realtimeLimits.bodyBytes) {
    return Response.json({ message: "Payload too large" }, { status: 413 });
  }
  const messages = messagesOf(url, await request.json().catch(() => undefined));
  if (!messages) return Response.json({ message: "Unprocessable entity" }, { status: 422 });
  // Nobody can be in a public channel, so what is not private has no receiver.
  const allowed = new Map<string, boolean>();
  for (const { topic, event, payload, private: isPrivate } of messages) {
    if (!isPrivate) continue;
    const known = allowed.get(topic) ?? (await shared.authority.maySend(bearer, topic));
    allowed.set(topic, known);
    if (known) shared.channels.deliver(topic, { event, json: payload });
  }
  return new Response(null, { status: 202 });
}
