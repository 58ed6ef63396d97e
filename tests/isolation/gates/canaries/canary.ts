import type { GateName } from "../index.ts";

/** An offending object, and the line with which its gate must name it. */
export type Canary = { gate: GateName; what: string; sql: string; names: string };
