import "server-only";
import { z } from "zod";
import { ask } from "@/lib/ai/ask";
import type { Chain } from "@/lib/ai/chain";
import type { Admission, Share } from "@/lib/ai/gate";
import { shareOut } from "@/lib/ai/tokens";
import { log } from "@/lib/observability/log";
import type { Db } from "@/lib/supabase/client";
import { unwrapAs } from "@/lib/supabase/result";
import { readOrder } from "./order";
import { type Asker, assemblePrompt, type Prompt } from "./prompt";
import { type Candidate, type Ordered, type ShowableText, textSchema } from "./schemas";

/** What one text is reserved for until it is read, in tokens. */
const RESERVED_TOKENS = 250;

interface OrderRequest {
  candidates: readonly Candidate[];
  asker: Asker;
  most: number;
  /** When it must be over, in milliseconds of `Date.now()`. */
  deadline: number;
  signal?: AbortSignal;
}

/** Who put it into order, and how. */
export interface ProvidedOrder {
  provider: string;
  items: Ordered[];
}

function sharesOf(candidates: readonly Pick<Candidate, "tenant_id">[]): Share[] {
  const counts = new Map<string, number>();
  for (const { tenant_id } of candidates) counts.set(tenant_id, (counts.get(tenant_id) ?? 0) + 1);
  return [...counts].map(([tenantId, count]) => ({ tenantId, tokens: count * RESERVED_TOKENS }));
}

/** What the communities' texts did cost: the whole question, shared out by how long their texts were. */
function costs(prompt: Prompt, total: number): Share[] {
  const parts = shareOut(
    total,
    prompt.weights.map(({ tokens }) => tokens),
  );
  const sums = new Map<string, number>();
  for (const [index, { tenantId }] of prompt.weights.entries())
    sums.set(tenantId, (sums.get(tenantId) ?? 0) + (parts[index] ?? 0));
  return [...sums].map(([tenantId, tokens]) => ({ tenantId, tokens }));
}

/** Reads, with the asker's own rights and at this moment, what of these may be shown to a provider, in the same order. */
async function readTexts(db: Db, candidates: readonly Candidate[]): Promise<ShowableText[]> {
  const found = await unwrapAs(
    z.array(textSchema),
    db.rpc("recommendation_texts", {
      p_kinds: candidates.map(({ kind }) => kind),
      p_tenants: candidates.map(({ tenant_id }) => tenant_id),
      p_ids: candidates.map(({ id }) => id),
    }),
  );
  const texts = new Map(found.map((text) => [text.id, text]));
  return candidates.flatMap(({ id }) => texts.get(id) ?? []);
}

async function askWith(chain: Chain, admission: Admission, prompt: Prompt, request: OrderRequest) {
  const ids = new Set(prompt.texts.keys());
  const asked = await ask(chain.providers, prompt.request, {
    admission,
    deadline: request.deadline,
    signal: request.signal,
    read: (text) => readOrder(text, ids, request.most),
  });
  await chain.gate.settle(admission, costs(prompt, asked.tokens), asked.transitions);
  if (asked.failures.length > 0) log.warn({ event: "ai_failed", failures: asked.failures });
  if (!asked.answer) return null;
  const items = asked.answer.value.flatMap(({ id, reason }) => {
    const text = prompt.texts.get(id);
    return text ? [{ kind: text.kind, tenant_id: text.tenant_id, id: text.id, reason }] : [];
  });
  return { provider: asked.answer.provider, items };
}

/**
 * Asks providers for an order of candidates: those of communities that have tokens left today, as far as the asker may
 * read them just before. Null where nobody answers in time; never throws for what a provider does.
 */
export async function askForOrder(
  db: Db,
  chain: Chain,
  request: OrderRequest,
): Promise<ProvidedOrder | null> {
  const { candidates, asker, most } = request;
  const names = chain.providers.map(({ name }) => name);
  const admission = await chain.gate.admit(names, sharesOf(candidates));
  const charged = new Set(admission.charged.map(({ tenantId }) => tenantId));
  const texts =
    charged.size > 0
      ? await readTexts(
          db,
          candidates.filter(({ tenant_id }) => charged.has(tenant_id)),
        )
      : [];
  const shown = texts.filter(({ tenant_id }) => charged.has(tenant_id));
  if (shown.length === 0) {
    await chain.gate.settle(admission, [], []);
    return null;
  }
  return askWith(chain, admission, assemblePrompt(asker, shown, most), request);
}
