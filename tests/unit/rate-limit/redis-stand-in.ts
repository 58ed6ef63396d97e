import { createServer, type Server, type Socket } from "node:net";

/** A Redis that knows what counting needs, and can be told to fall silent. */
export interface RedisStandIn {
  url: string;
  counts: Map<string, number>;
  /** Takes commands and never answers again. Settles when it took the first of them. */
  fallSilent(): Promise<void>;
  stop(): Promise<void>;
}

function parseCommands(text: string): { commands: string[][]; rest: string } {
  const commands: string[][] = [];
  let at = 0;
  while (text[at] === "*") {
    const header = /^\*(\d+)\r\n/.exec(text.slice(at));
    if (!header) break;
    let next = at + header[0].length;
    const parts: string[] = [];
    for (let index = 0; index < Number(header[1]); index += 1) {
      const size = /^\$(\d+)\r\n/.exec(text.slice(next));
      const start = next + (size?.[0].length ?? 0);
      const end = start + Number(size?.[1] ?? 0);
      if (!size || text.length < end + 2) return { commands, rest: text.slice(at) };
      parts.push(text.slice(start, end));
      next = end + 2;
    }
    commands.push(parts);
    at = next;
  }
  return { commands, rest: text.slice(at) };
}

function answer(counts: Map<string, number>, [name = "", ...args]: string[]): string {
  switch (name.toLowerCase()) {
    case "info":
      return "$19\r\nredis_version:7.0.0\r\n";
    case "evalsha":
    case "eval": {
      // The limiter's script: count, and the milliseconds until the count begins anew.
      const [, , key = "", points = "0", seconds = "0"] = args;
      const count = (counts.get(key) ?? 0) + Number(points);
      counts.set(key, count);
      return `*2\r\n:${count}\r\n:${Number(seconds) * 1000}\r\n`;
    }
    default:
      return "+OK\r\n";
  }
}

/** Starts one on a port of its own. */
export async function startRedisStandIn(): Promise<RedisStandIn> {
  const counts = new Map<string, number>();
  const sockets = new Set<Socket>();
  let tookUnanswered: (() => void) | undefined;
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    let pending = "";
    socket.on("error", () => undefined);
    socket.on("data", (data) => {
      const { commands, rest } = parseCommands(pending + data.toString("latin1"));
      pending = rest;
      if (tookUnanswered) tookUnanswered();
      else for (const command of commands) socket.write(answer(counts, command));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `redis://127.0.0.1:${port}`,
    counts,
    fallSilent: () =>
      new Promise<void>((resolve) => {
        tookUnanswered = resolve;
      }),
    stop: () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
