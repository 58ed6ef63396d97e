/** How many requests of one class somebody may make in a window. `tenant` bounds a whole community. */
export interface RateClass {
  person: number;
  tenant: number;
  windowSeconds: number;
}

/**
 * The classes of routes; `people`: lists of members, which nobody should carry off whole; `takeaway`: files of a whole
 * community; `account`: attempts at one address's password, wherever they come from; `listen`: tokens for realtime, one
 * per page and renewal. Numbers are meant for people; a script meets them quickly.
 */
export const RATE_CLASSES = {
  read: { person: 600, tenant: 30_000, windowSeconds: 60 },
  people: { person: 90, tenant: 6_000, windowSeconds: 60 },
  write: { person: 60, tenant: 3_000, windowSeconds: 60 },
  lookup: { person: 120, tenant: 6_000, windowSeconds: 60 },
  auth: { person: 20, tenant: 2_000, windowSeconds: 300 },
  account: { person: 20, tenant: 20, windowSeconds: 900 },
  handoff: { person: 240, tenant: 20_000, windowSeconds: 60 },
  upload: { person: 200, tenant: 5_000, windowSeconds: 86_400 },
  media: { person: 3_000, tenant: 100_000, windowSeconds: 60 },
  picture: { person: 120, tenant: 3_000, windowSeconds: 60 },
  takeaway: { person: 10, tenant: 30, windowSeconds: 3600 },
  listen: { person: 120, tenant: 30_000, windowSeconds: 60 },
  found: { person: 10, tenant: 100, windowSeconds: 3600 },
} as const satisfies Record<string, RateClass>;

export type RateClassName = keyof typeof RATE_CLASSES;
