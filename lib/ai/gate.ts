import "server-only";
import { z } from "zod";
import { createDb } from "@/lib/supabase/client";
import { unwrap, unwrapAs } from "@/lib/supabase/result";
import type { Standing, Transition } from "./breaker";

/** What the texts of one community are thought to cost, in tokens. */
export interface Share {
  tenantId: string;
  tokens: number;
}

/** Who may be asked, and whose texts are paid for. What is admitted is charged until it is settled. */
export interface Admission {
  /** The day (UTC) on which it is charged. */
  day: string;
  standing: ReadonlyMap<string, Standing>;
  charged: readonly Share[];
}

/** What all processes know together: how providers stand, and what communities have left of their day. */
export interface Gate {
  admit(providers: readonly string[], shares: readonly Share[]): Promise<Admission>;
  /** Gives back, or takes more: `shares` are what the communities' texts did cost. */
  settle(admission: Admission, shares: readonly Share[], transitions: readonly Transition[]): Promise<void>;
}

const admissionSchema = z.object({
  day: z.iso.date(),
  standing: z.record(z.string(), z.enum(["closed", "open", "probe"])),
  tenants: z.array(z.uuid()),
});

/** The gate that stands in the database. `tokensPerDay` is what each community has. */
export function databaseGate(tokensPerDay: number, requestId: string): Gate {
  const db = createDb({ scope: "server" }, requestId);
  return {
    async admit(providers, shares) {
      const { day, standing, tenants } = await unwrapAs(
        admissionSchema,
        db.rpc("ai_admit", {
          p_providers: [...providers],
          p_tenants: shares.map(({ tenantId }) => tenantId),
          p_tokens: shares.map(({ tokens }) => tokens),
          p_cap: tokensPerDay,
        }),
      );
      const charged = shares.filter(({ tenantId }) => tenants.includes(tenantId));
      return { day, standing: new Map(Object.entries(standing)), charged };
    },

    async settle({ day, charged }, shares, transitions) {
      const cost = new Map(shares.map(({ tenantId, tokens }) => [tenantId, tokens]));
      const changes = charged
        .map(({ tenantId, tokens }) => ({ tenantId, tokens: (cost.get(tenantId) ?? 0) - tokens }))
        .filter(({ tokens }) => tokens !== 0);
      if (changes.length + transitions.length === 0) return;
      await unwrap(
        db.rpc("ai_settle", {
          p_day: day,
          p_tenants: changes.map(({ tenantId }) => tenantId),
          p_tokens: changes.map(({ tokens }) => tokens),
          p_providers: transitions.map(({ provider }) => provider),
          p_open_ms: transitions.map(({ openForMs }) => openForMs ?? 0),
          p_reasons: transitions.map(({ reason }) => reason),
        }),
      );
    },
  };
}
