import "server-only";
import { Breaker, type Transition } from "./breaker";
import { AiFailure, type AiFailureKind, stopped } from "./failure";
import type { Admission } from "./gate";
import type { AiRequest, Provider } from "./provider";
import { estimateTokens } from "./tokens";

/** Milliseconds that everything may take from the moment somebody asks, however many providers there are. */
export const CHAIN_MS = 2_500;

/** How an asking went: who answered, or why each did not; what it cost; what other processes must know. */
export interface Asked<T> {
  answer: { value: T; provider: string; model: string } | null;
  failures: { provider: string; kind: AiFailureKind }[];
  tokens: number;
  transitions: Transition[];
}

interface Asking<T> {
  admission: Pick<Admission, "standing">;
  /** When it must be over, in milliseconds of `Date.now()`. */
  deadline: number;
  /** Ends it early: nobody waits any more. */
  signal?: AbortSignal;
  /** Reads an answer; null where it is not what was asked for. */
  read(text: string): T | null;
}

const breakers = new Map<string, Breaker>();

function breakerOf(provider: string): Breaker {
  const known = breakers.get(provider) ?? new Breaker(provider);
  breakers.set(provider, known);
  return known;
}

/** Time for the one at hand: a fair part where others wait behind it, else all that is left. */
function partOf(deadline: number, others: number): number {
  const left = deadline - Date.now();
  return others > 0 ? left * 0.6 : left;
}

/** Aborts with a timeout's reason after that long, or with whoever stops it. */
function within(ms: number, signal: AbortSignal | undefined): AbortSignal {
  const late = AbortSignal.timeout(Math.max(Math.floor(ms), 1));
  return signal ? AbortSignal.any([signal, late]) : late;
}

/** Waits no longer than the signal says, also for somebody who does not heed it. */
async function heeding<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  let stop = () => {};
  const over = new Promise<never>((_, reject) => {
    stop = () => reject(stopped(signal));
    if (signal.aborted) stop();
  });
  signal.addEventListener("abort", stop, { once: true });
  try {
    return await Promise.race([work, over]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

/**
 * Asks the providers one after the other until one answers what can be read, none is left, or the time is over. Never
 * throws for what a provider does.
 */
export async function ask<T>(
  providers: readonly Provider[],
  request: AiRequest,
  { admission, deadline, signal, read }: Asking<T>,
): Promise<Asked<T>> {
  const asked: Asked<T> = { answer: null, failures: [], tokens: 0, transitions: [] };
  const inputTokens = estimateTokens(request.instructions + request.data);
  const open = providers.filter(({ name }) => (admission.standing.get(name) ?? "open") !== "open");
  for (const [index, provider] of open.entries()) {
    const ms = partOf(deadline, open.length - index - 1);
    if (ms <= 0 || signal?.aborted) break;
    const breaker = breakerOf(provider.name);
    const standing = admission.standing.get(provider.name) === "probe" ? "probe" : "closed";
    try {
      const value = await breaker.run(standing, async () => {
        const until = within(ms, signal);
        const { text, tokens } = await heeding(until, provider.complete(request, until));
        asked.tokens += tokens ?? inputTokens + estimateTokens(text);
        return read(text);
      });
      if (value !== null) asked.answer = { value, provider: provider.name, model: provider.model };
      else asked.failures.push({ provider: provider.name, kind: "unfit" });
    } catch (error) {
      if (!(error instanceof AiFailure)) throw error;
      asked.failures.push({ provider: provider.name, kind: error.kind });
      if (error.isCharged) asked.tokens += inputTokens;
    }
    const transition = breaker.takeTransition();
    if (transition) asked.transitions.push(transition);
    if (asked.answer) break;
  }
  return asked;
}
