import { ownDomain, subdomain } from "./support.ts";

/** One of the two addresses of a community. */
export interface Place {
  where: string;
  /** Address of a path of the community. */
  at(community: { slug: string; domain: string }, path?: string): string;
}

/** The demo community that has a domain of its own. */
export const TANGO = { slug: "tango", domain: "milonga.localhost", name: "Milonga del Puerto" } as const;

/** Every story holds on both addresses. */
export const PLACES: readonly [Place, Place] = [
  { where: "on its subdomain", at: ({ slug }, path) => subdomain(slug, path) },
  { where: "on its own domain", at: ({ domain }, path) => ownDomain(domain, path) },
];
