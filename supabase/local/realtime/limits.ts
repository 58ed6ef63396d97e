/** How many at once, and how many more each second. */
export type Allowance = { burst: number; perSecond: number };

/** What one client, and all of them together, may ask of the gateway. Whoever asks for more is told so or cut off. */
export const realtimeLimits = {
  /** Longest frame that is read; a longer one ends its connection with code 1009. */
  frameBytes: 256 * 1024,
  /** What may wait for a slow reader before its connection ends; it comes back and catches up. */
  unsentBytes: 4 * 1024 * 1024,
  connections: 2_000,
  channels: 250,
  topicLength: 255,
  joins: { burst: 300, perSecond: 30 } satisfies Allowance,
  frames: { burst: 900, perSecond: 90 } satisfies Allowance,
  /** Silence after which a connection ends; clients send a heartbeat every 25 s, in hidden tabs every minute. */
  silenceMs: 90_000,
  /** How often the right to listen is asked anew, whatever happens. */
  recheckMs: 10_000,
  /** How often expired tokens and silent connections are looked for. */
  sweepMs: 500,
  /** Longest wait for a message whose wake-up was lost. */
  pollMs: 1_000,
  /** Wait for a transaction that holds messages back. */
  heldMs: 20,
  batch: 500,
  /** Days that messages are kept, as on a hosted project. */
  keptDays: 3,
  /** Longest body of an HTTP broadcast, and how many messages it may carry. */
  bodyBytes: 1024 * 1024,
  messages: 1_000,
  databaseConnections: 4,
} as const;

/** Counts against an allowance. `now` in milliseconds. */
export function createMeter({ burst, perSecond }: Allowance): (now: number) => boolean {
  let left = burst;
  let last: number | undefined;
  return (now) => {
    left = Math.min(burst, left + ((now - (last ?? now)) / 1000) * perSecond);
    last = now;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}
