import "server-only";
import {
  type CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  DelegateBackoff,
  handleWhen,
  type IHalfOpenAfterBackoffContext,
} from "cockatiel";
import { AiFailure } from "./failure";

/** Milliseconds that an open breaker stays so: shorter, and it would open and close in turns while a provider is overloaded. */
export const COOLDOWN_MS = 120_000;
const FAILURES_IN_A_ROW = 3;

/** How a provider stands with all processes together: may be asked, may not, or this request is the one that tries. */
export type Standing = "closed" | "open" | "probe";

/** What other processes must know. `openForMs` null: it answers again. */
export interface Transition {
  provider: string;
  openForMs: number | null;
  reason: string;
}

/** Opens after some failures in a row, and at once where the provider asks to be left alone. */
class Opening extends ConsecutiveBreaker {
  told = false;
  override failure(): boolean {
    const opens = super.failure() || this.told;
    this.told = false;
    return opens;
  }
}

function waitOf({ result }: IHalfOpenAfterBackoffContext): number {
  const error = "error" in result ? result.error : null;
  return error instanceof AiFailure && error.retryAfterMs !== null
    ? Math.max(error.retryAfterMs, 1000)
    : COOLDOWN_MS;
}

/**
 * The breaker of one provider in this process. Failures in a row are counted here; that it opens or closes is told to
 * all, and what all know comes first: it takes on the state that it is told before each use.
 */
export class Breaker {
  private policy: CircuitBreakerPolicy;
  private counting = new Opening(FAILURES_IN_A_ROW);
  private changed: Transition | null = null;

  constructor(private readonly provider: string) {
    this.policy = this.make();
  }

  private make(state?: CircuitState): CircuitBreakerPolicy {
    this.counting = new Opening(FAILURES_IN_A_ROW);
    const policy = circuitBreaker(
      handleWhen((error) => error instanceof AiFailure && error.isProviderFault),
      {
        breaker: this.counting,
        halfOpenAfter: new DelegateBackoff(waitOf),
        // Open since long ago: the next request is the one that tries.
        ...(state === CircuitState.Open && {
          initialState: {
            ownState: { value: CircuitState.Open, openedAt: 0, attemptNo: 1 },
            breakerState: 0,
          },
        }),
      },
    );
    policy.onBreak((why) => {
      const error = "error" in why ? why.error : null;
      const wait = error instanceof AiFailure ? (error.retryAfterMs ?? COOLDOWN_MS) : COOLDOWN_MS;
      const reason = error instanceof AiFailure ? error.kind : "broken";
      this.changed = { provider: this.provider, openForMs: Math.max(wait, 1000), reason };
    });
    policy.onReset(() => {
      this.changed = { provider: this.provider, openForMs: null, reason: "answered" };
    });
    return policy;
  }

  /** Runs one request. Throws what it throws; never asked while all know the provider to be open. */
  async run<T>(standing: Exclude<Standing, "open">, work: () => Promise<T>): Promise<T> {
    if (standing === "probe") this.policy = this.make(CircuitState.Open);
    else if (this.policy.state !== CircuitState.Closed) this.policy = this.make();
    return this.policy.execute(async () => {
      try {
        return await work();
      } catch (error) {
        if (error instanceof AiFailure && error.retryAfterMs !== null) this.counting.told = true;
        throw error;
      }
    });
  }

  /** What all must know since this was last asked; null for nothing. */
  takeTransition(): Transition | null {
    const { changed } = this;
    this.changed = null;
    return changed;
  }
}
