import { type RealtimeChannel, RealtimeClient } from "@supabase/realtime-js";
import type { Ticket } from "./schemas";

export type Channel = RealtimeChannel;

/** The part of realtime-js that a hub uses. */
export type ChannelClient = Pick<RealtimeClient, "channel" | "removeChannel" | "setAuth">;

/** The one client of a page, for realtime alone. `accessToken` is asked at each heartbeat. */
export function createChannelClient({ url, key }: Ticket, accessToken: () => Promise<string>): ChannelClient {
  return new RealtimeClient(`${url.replace(/^http/, "ws")}/realtime/v1`, {
    params: { apikey: key },
    accessToken,
  });
}
