import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { WebSocketServer } from "ws";
import type { StackSecrets } from "../secrets.ts";
import { createAuthority } from "./authority.ts";
import { Channels } from "./channels.ts";
import { Connection, type Shared } from "./connection.ts";
import type { Version } from "./frames.ts";
import { realtimeLimits } from "./limits.ts";
import { answerBroadcast } from "./post.ts";
import { followMessages } from "./reader.ts";
import { createRechecker, shutExpired } from "./recheck.ts";
import { bearerOfKey } from "./tokens.ts";

export type GatewayOptions = {
  /** Connection string of the role `postgres`. */
  databaseUrl: string;
  secrets: StackSecrets;
  log(line: string): void;
};

/** Supabase Realtime for this stack: private channels with broadcasts, authorised by policies. */
export type Gateway = {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Answers broadcasts over HTTP; undefined where the request asks for something else. */
  fetch(request: Request): Promise<Response | undefined>;
  /** Ends every connection; clients come back by themselves. */
  close(): Promise<void>;
};

const closeMs = 500;

/** Refuses an upgrade in plain HTTP. */
export function refuseUpgrade(socket: Duplex, status: string): void {
  socket.on("error", () => undefined);
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** What was asked for; undefined where it is no address. */
function addressOf(request: IncomingMessage): URL | undefined {
  try {
    return new URL(request.url ?? "/", "http://gateway");
  } catch {
    return undefined;
  }
}

function versionOf(url: URL): Version | undefined {
  const version = url.searchParams.get("vsn") ?? "1.0.0";
  return version === "1.0.0" || version === "2.0.0" ? version : undefined;
}

function watch(shared: Shared, connections: ReadonlySet<Connection>): () => void {
  const sweep = setInterval(() => {
    const now = Date.now();
    shutExpired(shared.channels, now);
    for (const connection of connections) if (connection.isSilent(now)) connection.close(1001, "Silent");
  }, realtimeLimits.sweepMs);
  const recheck = setInterval(shared.rechecker.glance, realtimeLimits.recheckMs);
  return () => {
    clearInterval(sweep);
    clearInterval(recheck);
  };
}

function createShared({ databaseUrl, secrets, log }: GatewayOptions): Shared {
  const channels = new Channels();
  const authority = createAuthority(databaseUrl);
  return { keys: secrets, channels, authority, rechecker: createRechecker(channels, authority, log), log };
}

/** Takes an upgrade to the one address of sockets, by a known key and in a known version. */
function createDoor(shared: Shared, connections: Set<Connection>): Gateway["upgrade"] {
  const limits = { maxPayload: realtimeLimits.frameBytes, perMessageDeflate: false, clientTracking: false };
  const server = new WebSocketServer({ noServer: true, ...limits });
  return (request, socket, head) => {
    const url = addressOf(request);
    if (url?.pathname !== "/realtime/v1/websocket") return refuseUpgrade(socket, "404 Not Found");
    const sent = url.searchParams.get("apikey") ?? request.headers["x-api-key"]?.toString();
    const key = bearerOfKey(sent, shared.keys);
    const version = versionOf(url);
    if (!key) return refuseUpgrade(socket, "401 Unauthorized");
    if (!version) return refuseUpgrade(socket, "400 Bad Request");
    if (connections.size >= realtimeLimits.connections)
      return refuseUpgrade(socket, "503 Service Unavailable");
    server.handleUpgrade(request, socket, head, (client) => {
      const connection = new Connection(client, version, key, shared);
      connections.add(connection);
      client.on("close", () => connections.delete(connection));
    });
  };
}

/** Starts following the database. @throws when it cannot be reached. */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const shared = createShared(options);
  const { authority, channels, rechecker, log } = shared;
  const connections = new Set<Connection>();
  const reader = await followMessages({
    url: options.databaseUrl,
    log,
    recheck: rechecker.start,
    async deliver(messages) {
      // A loss that was committed before these messages has been heard of before them.
      await rechecker.settled();
      for (const { id, topic, event, payload, private: isPrivate } of messages) {
        if (isPrivate) channels.deliver(topic, { event, json: payload, meta: { id } });
      }
    },
  }).catch(async (cause: unknown) => {
    await authority.close();
    throw cause;
  });
  const unwatch = watch(shared, connections);
  return {
    upgrade: createDoor(shared, connections),
    fetch: (request) => answerBroadcast(request, shared),
    async close() {
      unwatch();
      rechecker.stop();
      for (const connection of connections) connection.close(1012, "Service restart");
      await Promise.all([reader.close(), wait(connections.size && closeMs)]);
      for (const connection of connections) connection.terminate();
      await rechecker.settled();
      await authority.close();
    },
  };
}
