import { personId } from "../../supabase/local/demo/people-rows.ts";
import { type Person, postId } from "./world.ts";

/** Paths of the network's host that show a screen to anybody. */
export const NETWORK_OPEN = [
  "/",
  "/communities",
  "/communities?q=zzz",
  "/sign-in",
  "/sign-up",
  "/forgot-password",
  "/check-mail",
  "/auth/confirm?type=signup",
  "/mailbox",
  "/join/no-such-code",
] as const;

/** Paths of the network's host that are somebody's own. */
export const NETWORK_SIGNED_IN = [
  "/",
  "/feed",
  "/saved",
  "/communities",
  "/communities/new",
  "/communities/new?step=2",
  "/communities/new?step=3",
  "/communities/new?step=4",
  "/communities/new?step=5",
  "/account",
  "/account/sessions",
  "/switch",
  "/reset-password",
  "/join/no-such-code",
  "/sign-out",
] as const;

/** Paths of a community that anybody may open, beside its posts and events. */
export const COMMUNITY_OPEN = ["/", "/?sort=week", "/about", "/events", "/events?past"] as const;

/** Paths of a community for its members. */
export const COMMUNITY_MEMBER = [
  "/?type=question",
  "/?tag=zzz",
  "/?by=me",
  "/members",
  "/members?sort=name",
  "/members?tag=zzz&city=zzz",
  "/saved",
  "/me",
  "/events/new",
  "/claim/no-such-code",
] as const;

/** Path of the page of somebody whom a community was made with. */
export function memberPath({ key }: Pick<Person, "key">): string {
  return `/members/${personId(key)}`;
}

/** Path of a post that a community was made with. */
export function postPath(slug: string, key: string): string {
  return `/p/${postId(slug, key)}`;
}
