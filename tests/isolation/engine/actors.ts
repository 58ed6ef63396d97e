import { type Community, cellar, grotto, harbour, meadow, type Person, personOf, residents } from "./cast.ts";

/**
 * The twelve actors of the matrix, anon counted twice: with the publishable key alone, and as the visitor of a host.
 * `own` is the community under test (the home), `other` the one a foreign row belongs to.
 *
 * | actor     | signed in as                   | token                                             |
 * | --------- | ------------------------------ | ------------------------------------------------- |
 * | anon      | nobody                         | the publishable key alone: role anon, no claims    |
 * | visitor   | nobody                         | role anon, bound to the home's host                |
 * | outsider  | a person without a membership  | bound to the home's host                           |
 * | member    | member of the home             | of the network host: bound to nothing              |
 * | moderator | moderator of the home          | of the network host                                |
 * | admin     | admin of the home              | bound to the home's host                           |
 * | owner     | owner of the home              | of the network host                                |
 * | staff     | super admin of the platform    | of the network host                                |
 * | suspended | suspended member of the home   | of the network host                                |
 * | removed   | removed member of the home     | bound to the home's host, minted before the removal |
 * | foreigner | member of the other community  | of the network host                                |
 * | dual      | member of all communities      | of the network host                                |
 * | bound     | the same person                | bound to the home's host (own domain or subdomain)  |
 */
export const actorNames = [
  "anon",
  "visitor",
  "outsider",
  "member",
  "moderator",
  "admin",
  "owner",
  "staff",
  "suspended",
  "removed",
  "foreigner",
  "dual",
  "bound",
] as const;
export type ActorName = (typeof actorNames)[number];

export type Actor = {
  name: ActorName;
  role: "anon" | "authenticated";
  /** Id of the person, null where nobody is signed in. */
  me: string | null;
  /** The community the token is bound to. */
  boundTo: Community | null;
  /** Claims of the token, as JSON; empty for the publishable key alone. */
  claims: string;
};

export type Scope = "own" | "other";

/** Where an actor stands towards the community whose rows it reaches for. */
export type Standing = {
  actor: Actor;
  at: Community;
  scope: Scope;
  /** Which of that community's people this is; null for somebody it does not know. */
  who: Person | null;
  /** Uses its membership: active there, with a token that reaches there. */
  active: boolean;
  /** The community is not suspended. */
  serves: boolean;
  /** Stands on the public community's own host. */
  visits: boolean;
  /** Signed in with a token of the network host. */
  network: boolean;
  /** Signed in with a token that reaches this community. */
  reaches: boolean;
};

/** The pairs of home and other community that the matrix walks through: every kind of privacy is both, once. */
export const pairs: readonly { home: Community; other: Community }[] = [
  { home: harbour, other: meadow },
  { home: meadow, other: cellar },
  { home: cellar, other: grotto },
  { home: grotto, other: harbour },
];

const bound: readonly ActorName[] = ["visitor", "outsider", "admin", "removed", "bound"];

function personBehind(name: ActorName, home: Community, other: Community): string | null {
  if (name === "anon" || name === "visitor") return null;
  if (name === "foreigner") return personOf(other, "member");
  return personOf(home, name === "bound" ? "dual" : name);
}

/** Builds an actor whose home is one community and whose foreign ground is another. */
export function actorOf(name: ActorName, home: Community, other: Community): Actor {
  const me = personBehind(name, home, other);
  const boundTo = bound.includes(name) ? home : null;
  const role = me ? "authenticated" : "anon";
  const scope = boundTo ? "community" : "network";
  const claims = { role, scope, sub: me ?? undefined, tenant_id: boundTo?.id };
  return { name, role, me, boundTo, claims: name === "anon" ? "" : JSON.stringify(claims) };
}

function whoIs(me: string | null, at: Community): Person | null {
  if (me === personOf(at, "dual")) return "dual";
  return residents.find((resident) => personOf(at, resident) === me) ?? null;
}

/** Judges an actor against a community. In one that does not serve (suspended) nobody is active and nobody visits. */
export function standingOf(actor: Actor, at: Community, scope: Scope, serves = true): Standing {
  const who = whoIs(actor.me, at);
  const reaches = actor.boundTo === null || actor.boundTo === at;
  const serving: readonly (Person | null)[] = ["owner", "admin", "moderator", "member", "keeper", "dual"];
  return {
    actor,
    at,
    scope,
    who,
    active: serves && reaches && serving.includes(who),
    serves,
    visits: serves && actor.boundTo === at && at.privacy === "public",
    network: actor.me !== null && actor.boundTo === null,
    reaches: actor.me !== null && reaches,
  };
}

/** All standings of the matrix: every actor, every pair, own and other. */
export function standings(serves = true): Standing[] {
  return pairs.flatMap(({ home, other }) =>
    actorNames.flatMap((name) => {
      const actor = actorOf(name, home, other);
      return [standingOf(actor, home, "own", serves), standingOf(actor, other, "other", serves)];
    }),
  );
}
