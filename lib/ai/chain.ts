import "server-only";
import { aiEnv } from "@/lib/env/ai";
import { databaseGate, type Gate } from "./gate";
import { openProvider, type Provider } from "./provider";

/** Who can be asked, in this order, and the gate before them. */
export interface Chain {
  providers: readonly Provider[];
  gate: Gate;
}

let providers: readonly Provider[] | undefined;

/** The chain of the environment for one request; without providers where none is set. */
export function aiChain(requestId: string): Chain {
  const { providers: settings, tokensPerDay } = aiEnv();
  providers ??= settings.map(openProvider);
  return { providers, gate: databaseGate(tokensPerDay, requestId) };
}
