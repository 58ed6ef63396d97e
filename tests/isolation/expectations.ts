import { type Standing, standingOf } from "./engine/actors.ts";
import {
  comments,
  events,
  files,
  filesIn,
  groups,
  lanes,
  mentioned,
  neighbours,
  type Person,
  personOf,
  posts,
  residents,
  sharedPost,
} from "./engine/cast.ts";

/**
 * Who may do what, table by table: the labels of the rows that somebody in this standing reaches, nothing else.
 * A verb that is not named is denied to everybody. Rules, not cells: engine/matrix.ts expands them to every actor,
 * every pair of communities, own and other. Rows are named in engine/cast.ts, attempts in engine/tables.ts.
 */
export type Rule = (s: Standing) => readonly string[];
export type Expectation = { select?: Rule; insert?: Rule; update?: Rule; delete?: Rule };

const ranks: readonly (Person | null)[] = ["member", "moderator", "admin", "owner"];
const atLeast = (role: Person, s: Standing) => s.active && ranks.indexOf(s.who) >= ranks.indexOf(role);
const when = (allowed: boolean, ...labels: string[]) => (allowed ? labels : []);
const mine = (s: Standing, ...having: Person[]) =>
  when(s.active && s.who !== null && having.includes(s.who), s.who ?? "");

/** The label of the person's own row among the people of a community, travellers included. */
function self(s: Standing): string[] {
  if (!s.network) return [];
  if (s.who) return [s.who];
  return (["outsider", "staff"] as const).filter((who) => personOf(s.at, who) === s.actor.me);
}

const inGroup = (s: Standing, group: string) =>
  s.active && s.who !== null && (groups[group]?.members.includes(s.who) ?? false);

/** Posts whose stream somebody reads: the community's, their groups' and their own. */
function readablePosts(s: Standing): string[] {
  const readable = posts.filter((post) => {
    if (post.removed) return false;
    if (s.visits && !s.active) return post.visibility === "public";
    if (!s.active) return false;
    if (post.group) return inGroup(s, post.group);
    return post.visibility !== "me" || post.author === s.who;
  });
  return readable.map((post) => post.label);
}

function readableComments(s: Standing): string[] {
  const open = readablePosts(s);
  return Object.keys(comments).filter((label) => open.includes(comments[label]?.post ?? ""));
}

/** What is said below posts that came from elsewhere, as long as they stand there. */
const readableLanes = (s: Standing) => Object.keys(lanes).filter((label) => s.active && lanes[label]?.open);

/** Pictures in posts and comments that somebody reads, and their own. */
function readablePictures(s: Standing): string[] {
  const [openPosts, openComments] = [readablePosts(s), [...readableComments(s), ...readableLanes(s)]];
  return filesIn("post-media").filter((label) => {
    const { owner, on, answering, taken } = files[label] ?? {};
    if (taken) return false;
    if (s.active && owner === s.who) return true;
    if (on) return openPosts.includes(on);
    return answering !== undefined && !comments[answering]?.removed && openComments.includes(answering);
  });
}

/** Whether somebody reads what this community shares, in the community that it came to. */
const readsShared = (s: Standing) =>
  standingOf(s.actor, neighbours[s.at.key].connected, "other", s.serves).active;

/** Pictures of the post that came to a community of somebody’s, who sees them nowhere else. */
function sharedPictures(s: Standing): string[] {
  const seen = readablePictures(s);
  return filesIn("post-media").filter(
    (label) => readsShared(s) && files[label]?.on === sharedPost && !seen.includes(label),
  );
}

/** Faces on cards that somebody sees, those of who wrote what came to them, and their own. */
function visibleFaces(s: Standing): string[] {
  return filesIn("avatars").filter((label) => {
    const { owner, idle } = files[label] ?? {};
    if (idle) return s.active && owner === s.who;
    return s.active || s.visits || (readsShared(s) && owner === authorOf(sharedPost));
  });
}

/** A community's logo goes as far as the knowledge of it; its admins keep former ones in view. */
function visibleLogos(s: Standing): string[] {
  if (atLeast("admin", s)) return filesIn("logos");
  const here = s.actor.boundTo === s.at || (s.network && s.actor.boundTo === null);
  const known = s.at.privacy !== "secret" && here;
  const close = s.active || (s.reaches && s.who === "invited");
  return when(s.serves && (known || close), "logo");
}
const authorOf = (label: string) =>
  comments[label]?.author ?? posts.find((post) => post.label === label)?.author;

const activePeople = [...residents, "dual"].filter(
  (who) => !["suspended", "removed", "requested", "invited"].includes(who),
);
const withFaces: Person[] = ["owner", "admin", "moderator", "member", "dual"];
const everyMember: Person[] = ["owner", "admin", "moderator", "member", "dual", "keeper"];

export const expectations: Readonly<Record<string, Expectation>> = {
  "public.tenants": {
    select: (s) => when(s.active || s.visits, "self"),
    update: (s) => when(atLeast("admin", s), "self"),
  },
  "public.tenant_former_slugs": {},
  "public.tenant_domains": { select: (s) => when(atLeast("admin", s), "row") },
  "public.profiles": { select: self, update: self },
  "public.tenant_users": {
    select: (s) => {
      if (atLeast("moderator", s)) return [...residents, "dual"];
      // The keeper is not listed.
      if (s.active) return activePeople.filter((who) => who !== "keeper");
      return when(s.reaches && s.who !== null, s.who ?? "");
    },
  },
  "public.user_profiles": { select: (s) => mine(s, ...withFaces) },
  "public.member_details": {},
  "private.member_words": {},
  "public.member_claims": {},
  "public.tenant_invitations": {},
  "public.platform_staff": { select: (s) => self(s).filter((who) => who === "staff") },
  "public.user_view_preferences": {
    select: self,
    insert: (s) => when(s.network, "own"),
    update: self,
    delete: self,
  },
  "public.groups": {
    select: (s) => when(s.active, "open", "closed").concat(when(inGroup(s, "hidden"), "hidden")),
  },
  "public.group_members": {
    select: (s) =>
      Object.entries(groups).flatMap(([label, group]) =>
        inGroup(s, label) ? group.members.map((who) => `${label}/${who}`) : [],
      ),
  },
  "public.posts": {
    select: readablePosts,
    insert: (s) => [
      ...when(s.active, "members", "public", "diary"),
      ...when(inGroup(s, "open"), "open"),
      ...when(inGroup(s, "hidden"), "hidden"),
    ],
    update: (s) => {
      const own = posts.filter((post) => s.active && post.author === s.who && !post.removed);
      return [
        ...own.map((post) => post.label),
        ...when(own.length > 0, "to members"),
        ...when(own.length > 0 && inGroup(s, "hidden"), "to hidden"),
      ];
    },
  },
  "public.feed_items": {},
  "public.media": { select: readablePictures, insert: (s) => when(s.active, "own") },
  "public.media_uses": {},
  "private.feed_tags": {},
  "private.feed_tops": {},
  "public.post_comments": {
    select: (s) => [...readableComments(s), ...readableLanes(s)],
    insert: (s) => [
      ...when(s.active, "on-members", "in-lane"),
      ...when(inGroup(s, "hidden"), "on-hidden"),
      ...when(s.active && s.who === "member", "on-diary"),
    ],
    update: (s) => [
      ...readableComments(s).filter(
        (label) => s.active && comments[label]?.author === s.who && !comments[label]?.removed,
      ),
      ...readableLanes(s).filter((label) => lanes[label]?.author === s.who),
    ],
  },
  // A comment that was taken away leaves nothing of what it said.
  "public.post_revisions": {
    select: (s) => [...readablePosts(s), ...readableComments(s).filter((label) => !comments[label]?.removed)],
  },
  "public.post_likes": {
    select: (s) => mine(s, ...withFaces),
    insert: (s) => [
      ...when(s.active, "on-members"),
      ...when(inGroup(s, "hidden"), "on-hidden"),
      ...when(s.active && s.who === "member", "on-diary"),
    ],
    delete: (s) => mine(s, ...withFaces),
  },
  "public.post_mentions": {
    select: (s) =>
      [...readablePosts(s), ...readableComments(s)]
        .filter((label) => s.active && s.who !== null && mentioned[label]?.includes(s.who))
        .filter((label) => authorOf(label) !== s.who)
        .map((label) => `${s.who}/${label}`),
  },
  "public.post_bookmarks": {
    select: (s) => mine(s, ...withFaces),
    insert: (s) => [
      ...when(s.active, "on-members"),
      ...when(inGroup(s, "hidden"), "on-hidden"),
      ...when(s.active && s.who === "member", "on-diary"),
    ],
    delete: (s) => mine(s, ...withFaces),
  },
  "public.events": {
    select: (s) =>
      Object.keys(events).filter((label) => s.active || (s.visits && events[label]?.visibility === "public")),
    insert: (s) => when(s.active, "own"),
    update: (s) =>
      Object.keys(events).filter(
        (label) => atLeast("moderator", s) || (s.active && events[label]?.organizer === s.who),
      ),
  },
  "public.community_connections": {
    select: (s) => [...when(s.active, "accepted"), ...when(atLeast("admin", s), "proposed")],
  },
  "public.content_sharing": {},
  "public.notifications": {},
  "public.notification_mutes": {},
  "public.user_journeys": {},
  "public.journey_activities": {},
  "public.journey_companions": {},
  "public.journey_invites": {},
  "public.journey_votes": {},
  "public.journey_comments": {},
  "public.journey_calendars": {},
  "public.journey_invitations": {},
  "public.personal_notifications": {},
  "public.personal_mutes": {},
  "private.event_consumers": {},
  "private.ai_breakers": {},
  "public.recommendations": {},
  "private.recommendation_sets": {},
  "private.recommendation_figures": {},
  "private.journey_figures": {},
  "private.journey_progress": {},
  "private.ai_budgets": {},
  "private.consent_texts": {},
  "public.data_exports": {},
  "private.erasures": {},
  "private.erasing": {},
  "public.domain_events": {},
  "public.audit_logs": { select: (s) => when(atLeast("admin", s), "row") },
  "private.reserved_slugs": {},
  "private.counter_deltas": {},
  "private.link_cards": {},
  "private.post_links": {},
  "private.handoff_codes": {},
  "private.host_sessions": {},
  "storage.buckets": {},
  "storage.objects": {
    select: (s) => [...readablePictures(s), ...sharedPictures(s), ...visibleFaces(s), ...visibleLogos(s)],
    insert: (s) => [
      ...mine(s, ...everyMember).map(() => "avatar"),
      ...mine(s, "owner", "admin", "moderator", "member", "dual").map(() => "photo"),
      ...when(atLeast("admin", s), "logo"),
      ...when(s.network, "face"),
    ],
  },
  "realtime.messages": {},
};
