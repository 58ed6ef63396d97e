import { z } from "zod";
import type { Channel } from "./channels.ts";
import type { Connection } from "./connection.ts";
import type { Frame } from "./frames.ts";
import { realtimeLimits } from "./limits.ts";
import { type Bearer, type Refusal, readToken } from "./tokens.ts";

const prefix = "realtime:";

const joinSchema = z.object({
  access_token: z.string().nullish(),
  config: z.object({
    private: z.boolean().nullish(),
    broadcast: z.object({ ack: z.boolean().nullish(), self: z.boolean().nullish() }).nullish(),
    postgres_changes: z.array(z.unknown()).nullish(),
  }),
});

type Join = z.infer<typeof joinSchema>;

function isTopic(topic: string): boolean {
  return topic.length <= realtimeLimits.topicLength && !/\p{Cc}/u.test(topic);
}

/** Why a join is refused before anybody is asked, in a full Supabase's words where it has some. */
function refusalOf(connection: Connection, frame: Frame, join: Join | undefined): Refusal | undefined {
  const topic = frame.topic.slice(prefix.length);
  if (topic === "") return { code: "TopicNameRequired", message: "You must provide a topic name" };
  if (!join) return { code: "InvalidJoinPayload", message: "The join payload is not valid" };
  if (!isTopic(topic))
    return { code: "InvalidTopic", message: "The topic is too long or holds control characters" };
  if (join.config.private !== true) {
    return { code: "PrivateOnly", message: "This project only allows private channels" };
  }
  if (join.config.postgres_changes?.length) {
    return { code: "PostgresChangesNotOffered", message: "This stack sends broadcasts alone" };
  }
  return fullness(connection, frame);
}

function fullness(connection: Connection, { topic }: Frame): Refusal | undefined {
  if (connection.size < realtimeLimits.channels || connection.channel(topic)) return undefined;
  return { code: "ChannelRateLimitReached", message: "Too many channels" };
}

async function bearerOf(connection: Connection, { access_token: token }: Join): Promise<Bearer | Refusal> {
  if (!token || token.startsWith("sb_")) return connection.key;
  return readToken(token, connection.shared.keys);
}

/** Asks until nobody has lost a right while it was asked. */
async function mayListen({ shared }: Connection, bearer: Bearer, topic: string): Promise<boolean> {
  for (;;) {
    const asked = shared.rechecker.asked();
    const readable = await shared.authority.readable(bearer, [topic]);
    if (!readable.has(topic)) return false;
    if (shared.rechecker.asked() === asked) return true;
  }
}

function createChannel(connection: Connection, frame: Frame, bearer: Bearer, { config }: Join): Channel {
  const { topic: fullTopic, joinRef } = frame;
  const topic = fullTopic.slice(prefix.length);
  const channel: Channel = {
    ...{ topic, joinRef, bearer, receiver: connection },
    ...{ ack: config.broadcast?.ack === true, self: config.broadcast?.self === true },
    shut(message) {
      if (connection.channel(fullTopic) !== channel) return;
      const payload = { extension: "system", status: "error", message, channel: topic };
      connection.push({ joinRef, ref: null, topic: fullTopic, event: "system", payload });
      connection.drop(fullTopic);
    },
  };
  return channel;
}

/** Answers phx_join: the channel is open before the client hears so, and misses nothing from then on. */
export async function joinChannel(connection: Connection, frame: Frame): Promise<void> {
  const refuse = ({ code, message }: Refusal) =>
    connection.reply(frame, "error", { reason: `${code}: ${message}` });
  if (!frame.topic.startsWith(prefix)) return connection.reply(frame, "error", { reason: "unmatched topic" });
  if (!connection.mayJoin(Date.now())) {
    refuse({ code: "ClientJoinRateLimitReached", message: "Too many joins per second" });
    return connection.close(1008, "Too many joins");
  }
  const join = joinSchema.safeParse(frame.payload).data;
  const refusal = refusalOf(connection, frame, join);
  if (refusal || !join) return refusal && refuse(refusal);
  const bearer = await bearerOf(connection, join);
  if ("code" in bearer) return refuse(bearer);
  const topic = frame.topic.slice(prefix.length);
  if (!(await mayListen(connection, bearer, topic))) {
    const message = `You do not have permissions to read from this Channel topic: ${topic}`;
    return refuse({ code: "Unauthorized", message });
  }
  // Others may have been joined while this one was asked about.
  const full = fullness(connection, frame);
  if (full) return refuse(full);
  if (!connection.open) return;
  connection.keep(frame.topic, createChannel(connection, frame, bearer, join));
  connection.reply(frame, "ok", { postgres_changes: [] });
}
