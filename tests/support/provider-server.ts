import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** One request as it came over the wire. */
export interface Caught {
  authorization: string | undefined;
  body: {
    model: string;
    stream: boolean;
    messages: { role: string; content: string }[];
    response_format: { type: string; json_schema: { name: string; strict: boolean; schema: object } };
  };
}

/** What the server does with a request; gets what was asked. */
export type Behaviour = (response: ServerResponse, caught: Caught) => void | Promise<void>;

function chunk(delta: object, finish: string | null = null): string {
  const choice = { index: 0, delta, finish_reason: finish };
  const whole = {
    id: "chatcmpl-1",
    object: "chat.completion.chunk",
    created: 1,
    model: "m",
    choices: [choice],
  };
  return `data: ${JSON.stringify(whole)}\n\n`;
}

function usage(tokens: number): string {
  const counted = { prompt_tokens: tokens - 10, completion_tokens: 10, total_tokens: tokens };
  return `data: ${JSON.stringify({ id: "chatcmpl-1", object: "chat.completion.chunk", created: 1, model: "m", choices: [], usage: counted })}\n\n`;
}

function begin(response: ServerResponse, type = "text/event-stream"): void {
  response.writeHead(200, { "content-type": type });
}

/** Everything that a provider has been seen to do. */
export const behaviours = {
  /** Says a text in pieces, as models do. */
  says:
    (text: string | ((caught: Caught) => string), tokens = 100): Behaviour =>
    (response, caught) => {
      const words = typeof text === "string" ? text : text(caught);
      begin(response);
      response.write(chunk({ role: "assistant", content: "" }));
      for (let at = 0; at < words.length; at += 40)
        response.write(chunk({ content: words.slice(at, at + 40) }));
      response.write(chunk({}, "stop"));
      response.end(`${usage(tokens)}data: [DONE]\n\n`);
    },
  /** Takes the question and says nothing. */
  hangs: (): Behaviour => () => undefined,
  /** Begins to answer and then says nothing more. */
  stalls: (): Behaviour => (response) => {
    begin(response);
    response.write(chunk({ content: '{"items":' }));
  },
  /** Ends the connection within its answer. */
  breaksOff: (): Behaviour => (response) => {
    begin(response);
    response.write(chunk({ content: '{"items":' }));
    setImmediate(() => response.destroy());
  },
  /** Ends its answer in good order, but before it is whole. */
  cuts: (): Behaviour => (response) => {
    begin(response);
    response.end(chunk({ content: '{"items":' }));
  },
  fails:
    (status: number, headers: Record<string, string> = {}): Behaviour =>
    (response) => {
      response.writeHead(status, { "content-type": "application/json", ...headers });
      response.end(JSON.stringify({ error: { message: "no", type: "error", code: null, param: null } }));
    },
  /** A page that stands in front of the provider. */
  showsPage: (): Behaviour => (response) => {
    begin(response, "text/html; charset=utf-8");
    response.end("<!doctype html><title>Sign in</title><script>alert(1)</script>");
  },
  movesAway: (): Behaviour => (response) => {
    response.writeHead(307, { location: "http://127.0.0.1:9/v1/chat/completions" });
    response.end();
  },
  callsTool: (): Behaviour => (response) => {
    begin(response);
    const call = {
      index: 0,
      id: "call_1",
      type: "function",
      function: { name: "delete_all", arguments: "{}" },
    };
    response.write(chunk({ role: "assistant", tool_calls: [call] }));
    response.end(`${chunk({}, "tool_calls")}data: [DONE]\n\n`);
  },
  refuses: (): Behaviour => (response) => {
    begin(response);
    response.end(`${chunk({ refusal: "I can’t help with that." })}${chunk({}, "stop")}data: [DONE]\n\n`);
  },
  runsOut: (): Behaviour => (response) => {
    begin(response);
    response.end(`${chunk({ content: '{"items":[' })}${chunk({}, "length")}data: [DONE]\n\n`);
  },
  /** What is no message at all between messages. */
  babbles: (): Behaviour => (response) => {
    begin(response);
    response.end("data: {not json\n\n");
  },
} as const;

async function bodyOf(request: IncomingMessage): Promise<Caught["body"]> {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  return JSON.parse(Buffer.concat(parts).toString());
}

/**
 * A server on this machine that speaks chat completions with server-sent events, and keeps all that it was asked.
 * @param at the port; a free one unless given.
 */
export async function startProvider(first: Behaviour, at = 0) {
  const caught: Caught[] = [];
  let behaviour = first;
  const server = createServer(async (request, response) => {
    if (request.method !== "POST" || request.url !== "/v1/chat/completions") {
      response.writeHead(404).end();
      return;
    }
    const one = { authorization: request.headers.authorization, body: await bodyOf(request) };
    caught.push(one);
    await behaviour(response, one);
  });
  server.listen(at, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    caught,
    behave(next: Behaviour) {
      behaviour = next;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
export type ProviderServer = Awaited<ReturnType<typeof startProvider>>;
