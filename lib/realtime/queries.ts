import "server-only";
import { serverEnv } from "@/lib/env/server";
import { type Listener, mintRealtimeToken, TOKEN_SECONDS } from "@/lib/supabase/token";
import type { Ticket } from "./schemas";

/** A page's leave to listen for the next five minutes, as somebody who was admitted just now. */
export async function issueTicket(listener: Listener): Promise<Ticket> {
  const { SUPABASE_URL, SUPABASE_PUBLIC_URL, SUPABASE_PUBLISHABLE_KEY } = serverEnv();
  return {
    url: (SUPABASE_PUBLIC_URL ?? SUPABASE_URL).replace(/\/+$/, ""),
    key: SUPABASE_PUBLISHABLE_KEY,
    token: await mintRealtimeToken(listener),
    seconds: TOKEN_SECONDS,
  };
}
