import type { Standing } from "./actors.ts";
import { files, filesIn, homeOfLane, idOf, personOf, posts, sharedPost } from "./cast.ts";

/** What somebody may try to write: a statement, and what the owner prepares for it. */
export type Write = (s: Standing) => { sql: string; before?: string; claims?: string };

/** Whoever is not signed in tries with the name of a member. */
export const meOf = (s: Standing) => s.actor.me ?? personOf(s.at, "member");
/** The name of somebody else there. */
export const somebodyElse = (s: Standing) => personOf(s.at, s.who === "owner" ? "admin" : "owner");

/** An insert of one row. */
export function add(table: string, columns: string, values: (s: Standing) => string[]) {
  return (s: Standing) => ({ sql: `insert into ${table} (${columns}) values (${values(s).join(", ")})` });
}
/** A text literal. */
export const text = (value: string) => `'${value}'`;

/** The same with a token of the Auth service itself, which the app has not looked at. */
export function pastTheApp(write: Write): Write {
  return (s) => {
    if (!s.actor.claims) return write(s);
    const { scope: _, ...claims } = JSON.parse(s.actor.claims) as Record<string, unknown>;
    return { ...write(s), claims: JSON.stringify(claims) };
  };
}

/** A new post. */
export function post(visibility: string, group: string | null, author: (s: Standing) => string) {
  return add("public.posts", "tenant_id, author_id, visibility, group_id, body", (s) => [
    text(s.at.id),
    text(author(s)),
    text(visibility),
    group ? text(idOf("group", s.at, group)) : "null",
    "'x'",
  ]);
}

/** Changes the audience of one's own post, or of the first post where one has none. */
export function movePost(s: Standing, change: string): { sql: string } {
  const mine = posts.find((p) => p.author === s.who && !p.removed) ?? posts[0];
  const id = idOf("post", s.at, mine?.label ?? "");
  // A statement without a condition escapes the select policy; only who writes in one community can try it.
  const blind = s.active && s.who !== "dual";
  const condition = blind ? "" : `where tenant_id = '${s.at.id}' and id = '${id}'`;
  return { sql: `update public.posts set ${change} ${condition}` };
}

/** Moves all files one may move, or tries to in a community where one may move none. */
export function moveFiles(s: Standing, change: string): { sql: string } {
  return { sql: `update storage.objects set ${change} ${s.active ? "" : `where name like '${s.at.id}/%'`}` };
}

/** A comment on a post, or an answer to a comment. */
export function comment(on: string, author: (s: Standing) => string, parent?: string) {
  return add("public.post_comments", "tenant_id, post_id, author_id, parent_id, body", (s) => [
    text(s.at.id),
    text(idOf("post", s.at, on)),
    text(author(s)),
    parent ? text(idOf("comment", s.at, parent)) : "null",
    "'x'",
  ]);
}

/** A comment below a post that came from elsewhere. */
export function laneComment(open: boolean) {
  return add("public.post_comments", "tenant_id, lane_of, post_id, author_id, body", (s) => [
    text(s.at.id),
    text(homeOfLane(s.at, open).id),
    text(idOf("post", homeOfLane(s.at, open), sharedPost)),
    text(meOf(s)),
    "'x'",
  ]);
}

/** A like. */
export function like(on: string, who: (s: Standing) => string) {
  return add("public.post_likes", "tenant_id, post_id, user_id", (s) => [
    text(s.at.id),
    text(idOf("post", s.at, on)),
    text(who(s)),
  ]);
}

/** A bookmark. */
export function bookmark(on: string, who: (s: Standing) => string) {
  return add("public.post_bookmarks", "tenant_id, post_id, user_id", (s) => [
    text(s.at.id),
    text(idOf("post", s.at, on)),
    text(who(s)),
  ]);
}

/** A new event. */
export function event(organizer: (s: Standing) => string) {
  return add("public.events", "tenant_id, organizer_id, title, starts_local, ends_local, time_zone", (s) => [
    text(s.at.id),
    text(organizer(s)),
    "'x'",
    "'2031-01-01 10:00'",
    "'2031-01-01 11:00'",
    "'UTC'",
  ]);
}

/** Somebody's face in the community, in place of the planted one. */
export function face(who: (s: Standing) => string) {
  return (s: Standing) => ({
    before: `delete from public.user_profiles where tenant_id = '${s.at.id}' and user_id = '${who(s)}'`,
    sql: `insert into public.user_profiles (tenant_id, user_id, display_name) values ('${s.at.id}', '${who(s)}', 'x')`,
  });
}

/** A new picture. */
export function picture(who: (s: Standing) => string) {
  return add("public.media", "tenant_id, owner_id, width, height, widths, bytes", (s) => [
    text(s.at.id),
    text(who(s)),
    "10",
    "10",
    "array[10]",
    "10",
  ]);
}

/** A picture of one's own, or the first one where one has none. */
export function ownPicture(s: Standing): string {
  const pictures = filesIn("post-media");
  const own = pictures.find((label) => files[label]?.owner === s.who);
  return idOf("file", s.at, own ?? pictures[0] ?? "");
}

/** A picture of somebody else there. */
export function othersPicture(s: Standing): string {
  return idOf("file", s.at, s.who === "owner" ? "members-photo" : "photo");
}

/** A file in a folder of the community: a person's, a picture's, a logo's. */
export function file(bucket: string | null, folder: (s: Standing) => string) {
  return stored(bucket, (s) => `${s.at.id}/${folder(s)}`);
}

/** A file among the faces that people bring along. */
export function broughtFace(bucket: string | null, who: (s: Standing) => string) {
  return stored(bucket, (s) => `people/${who(s)}`);
}

function stored(bucket: string | null, folder: (s: Standing) => string) {
  return add("storage.objects", "bucket_id, name", (s) => [
    bucket ? text(bucket) : "null",
    text(`${folder(s)}/new.webp`),
  ]);
}
