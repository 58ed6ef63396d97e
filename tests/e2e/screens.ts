import { JOURNEY_VIEWS } from "../../lib/journeys/choices.ts";
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
  "/feed?order=balanced",
  "/feed?only=mentions",
  "/inbox",
  "/inbox?show=mentions",
  "/inbox?show=journeys",
  "/inbox?c=harbour&gone",
  "/saved",
  "/journeys",
  "/journeys?show=shared",
  "/journeys/join/no-such-code",
  "/journeys/invited/00000000-0000-7000-8000-000000000001",
  "/communities",
  "/communities/new",
  "/communities/new?step=2",
  "/communities/new?step=3",
  "/communities/new?step=4",
  "/communities/new?step=5",
  "/account",
  "/account/communities",
  "/account/delete",
  "/account/communities?left=anonymise",
  "/account/exports",
  "/account/exports?problem=sign_in_again",
  "/account/sharing",
  "/account/sharing?past",
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

/** Path on the network's host of the page by which one leaves a community. */
export function leavePath(slug: string): string {
  return `/account/communities/${slug}`;
}

/** Paths on the network's host of a journey in each of its views. */
export function journeyPaths(id: string): string[] {
  return JOURNEY_VIEWS.map((view) => `/journeys/${id}?view=${view}`);
}

/** Path on the network's host of the page that shares such a post on. */
export function sharePath(slug: string, key: string): string {
  return `/share?${new URLSearchParams({ from: slug, post: postId(slug, key) })}`;
}
