/**
 * What went wrong with a provider. `limited` has too many requests, `denied` does not know the key, `request` finds
 * fault with what was asked, `unfit` answered something else than was asked for, `stopped` was told to.
 */
export type AiFailureKind =
  | "unreachable"
  | "late"
  | "broken"
  | "cut"
  | "limited"
  | "denied"
  | "request"
  | "refused"
  | "unfit"
  | "stopped";

/** Those that say something about the provider, not about what it was asked. */
const PROVIDER_FAULTS: readonly AiFailureKind[] = [
  "unreachable",
  "late",
  "broken",
  "cut",
  "limited",
  "denied",
];

/** Those after which nothing was thought about, and nothing is charged. */
const NOT_CHARGED: readonly AiFailureKind[] = ["unreachable", "limited", "denied", "request"];

/** A provider gave no answer that can be used. The message holds nothing that it sent. */
export class AiFailure extends Error {
  constructor(
    readonly kind: AiFailureKind,
    /** Milliseconds for which it asks to be left alone. */
    readonly retryAfterMs: number | null = null,
  ) {
    super(`No answer: ${kind}`);
    this.name = "AiFailure";
  }

  /** Whether it counts against the provider's breaker. */
  get isProviderFault(): boolean {
    return PROVIDER_FAULTS.includes(this.kind);
  }

  /** Whether tokens may have been spent on it. */
  get isCharged(): boolean {
    return !NOT_CHARGED.includes(this.kind);
  }
}

/** What an aborted signal means: the time was over, or somebody stopped it. */
export function stopped(signal: AbortSignal): AiFailure {
  const { reason } = signal;
  return new AiFailure(reason instanceof Error && reason.name === "TimeoutError" ? "late" : "stopped");
}
