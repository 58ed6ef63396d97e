/** Who and what the isolation fixture holds: four communities with the same people and the same kinds of rows. */

export type Privacy = "public" | "private" | "secret";

export type Community = {
  key: "harbour" | "meadow" | "cellar" | "grotto";
  index: number;
  id: string;
  privacy: Privacy;
};

export const residents = [
  "owner",
  "admin",
  "moderator",
  "member",
  "suspended",
  "removed",
  "requested",
  "invited",
  "keeper",
] as const;
export const travellers = ["outsider", "staff", "dual"] as const;
export type Person = (typeof residents)[number] | (typeof travellers)[number];

type Post = {
  label: string;
  author: Person;
  visibility: "public" | "members" | "group" | "me";
  group?: string;
  removed?: boolean;
};

export const posts: readonly Post[] = [
  { label: "public", author: "owner", visibility: "public" },
  { label: "members", author: "admin", visibility: "members" },
  { label: "open", author: "member", visibility: "group", group: "open" },
  { label: "closed", author: "admin", visibility: "group", group: "closed" },
  { label: "hidden", author: "owner", visibility: "group", group: "hidden" },
  { label: "diary", author: "member", visibility: "me" },
  { label: "gone", author: "member", visibility: "public", removed: true },
  { label: "quiet", author: "moderator", visibility: "members" },
  { label: "travel", author: "dual", visibility: "members" },
  { label: "past", author: "suspended", visibility: "members" },
  { label: "left", author: "removed", visibility: "public" },
  { label: "locked-diary", author: "suspended", visibility: "me" },
];

/** Whom posts and comments name; the author and those who are not active members are named in vain. */
export const mentioned: Readonly<Record<string, readonly Person[]>> = {
  members: ["member", "moderator", "dual", "admin", "suspended", "keeper", "outsider"],
  hidden: ["dual", "member"],
  diary: ["admin"],
  gone: ["owner"],
  "on-hidden": ["owner", "member"],
  "on-quiet": ["moderator", "suspended"],
};

export const groups: Readonly<Record<string, { privacy: string; members: readonly Person[] }>> = {
  open: { privacy: "public", members: ["member", "moderator"] },
  closed: { privacy: "private", members: ["admin", "dual"] },
  hidden: { privacy: "hidden", members: ["owner", "dual"] },
};

type Comment = { post: string; author: Person; parent?: string; removed?: boolean };

/** Comments by label, parents before their answers. */
export const comments: Readonly<Record<string, Comment>> = {
  "on-public": { post: "public", author: "owner" },
  "on-members": { post: "members", author: "member" },
  "on-quiet": { post: "quiet", author: "admin" },
  "on-travel": { post: "travel", author: "moderator" },
  "on-hidden": { post: "hidden", author: "dual" },
  // Its author has left the group since.
  "on-open": { post: "open", author: "admin" },
  "on-diary": { post: "diary", author: "member" },
  "on-gone": { post: "gone", author: "member" },
  "by-suspended": { post: "public", author: "suspended" },
  reply: { post: "public", author: "moderator", parent: "on-public" },
  withdrawn: { post: "public", author: "member", removed: true },
};

/** The post that stands in other communities too: in one still, in another no longer. */
export const sharedPost = "quiet";

/** What members say below a post that came from another community; a closed lane was open once. */
export const lanes: Readonly<Record<string, { author: Person; open: boolean }>> = {
  "in-lane": { author: "member", open: true },
  "in-closed-lane": { author: "member", open: false },
};

export const events: Readonly<Record<string, { organizer: Person; visibility: "public" | "members" }>> = {
  fair: { organizer: "owner", visibility: "public" },
  meeting: { organizer: "member", visibility: "members" },
  crossing: { organizer: "dual", visibility: "members" },
  missed: { organizer: "suspended", visibility: "members" },
};

type StoredFile = {
  bucket: string | null;
  owner: Person;
  on?: string;
  answering?: string;
  idle?: boolean;
  taken?: boolean;
};

/** Files by label: pictures with the post or comment that shows them, faces and logos with whether anything does. */
export const files: Readonly<Record<string, StoredFile>> = {
  portrait: { bucket: "avatars", owner: "member" },
  "owner-portrait": { bucket: "avatars", owner: "owner" },
  "dual-portrait": { bucket: "avatars", owner: "dual" },
  "former-portrait": { bucket: "avatars", owner: "member", idle: true },
  logo: { bucket: "logos", owner: "admin" },
  "former-logo": { bucket: "logos", owner: "admin", idle: true },
  photo: { bucket: "post-media", owner: "owner", on: "public" },
  "members-photo": { bucket: "post-media", owner: "admin", on: "members" },
  "hidden-photo": { bucket: "post-media", owner: "owner", on: "hidden" },
  "diary-photo": { bucket: "post-media", owner: "member", on: "diary" },
  "gone-photo": { bucket: "post-media", owner: "member", on: "gone" },
  "old-photo": { bucket: "post-media", owner: "suspended", on: "past" },
  answer: { bucket: "post-media", owner: "moderator", answering: "reply" },
  "hidden-answer": { bucket: "post-media", owner: "dual", answering: "on-hidden" },
  withdrawn: { bucket: "post-media", owner: "member", answering: "withdrawn" },
  draft: { bucket: "post-media", owner: "member", idle: true },
  // In no bucket that policies know.
  loose: { bucket: null, owner: "member" },
  "dual-loose": { bucket: null, owner: "dual" },
  "author-portrait": { bucket: "avatars", owner: "moderator" },
  "shared-photo": { bucket: "post-media", owner: "moderator", on: sharedPost },
  "lane-photo": { bucket: "post-media", owner: "member", answering: "in-lane" },
  "closed-lane-photo": { bucket: "post-media", owner: "member", answering: "in-closed-lane" },
  // Taken away, with its text still there.
  "taken-photo": { bucket: "post-media", owner: "member", on: "members", taken: true },
};

/** Labels of the files in a bucket. */
export function filesIn(bucket: string): string[] {
  return Object.keys(files).filter((label) => files[label]?.bucket === bucket);
}

/** The name of a file in its bucket, without its width. */
export function folderOf(at: Community, label: string): string {
  const file = files[label];
  const id = idOf("file", at, label);
  if (file?.bucket === "logos" || file?.bucket === "post-media") return `${at.id}/${id}`;
  return `${at.id}/${personOf(at, file?.owner ?? "member")}/${id}`;
}

const kinds = {
  community: ["self"],
  person: [...residents, ...travellers],
  group: Object.keys(groups),
  post: posts.map((post) => post.label),
  comment: [...Object.keys(comments), ...Object.keys(lanes)],
  event: Object.keys(events),
  file: Object.keys(files),
  session: ["member", "dual"],
  share: ["travel", "onward", "lane", "closed-lane"],
  notification: ["moderator"],
  // What each post and comment said before, under its label.
  revision: [...posts.map((post) => post.label), ...Object.keys(comments)],
  invitation: ["live"],
  export: ["keeper"],
  // A journey of who is invited, with who has asked to join as companion.
  journey: ["plan"],
  activity: ["fair", "walk"],
  word: ["hello"],
  recommendation: ["fair"],
} satisfies Record<string, string[]>;
export type Kind = keyof typeof kinds;
const kindNames = Object.keys(kinds) as Kind[];

function uuid(kind: Kind, community: number, label: string): string {
  const n = (kinds[kind] as string[]).indexOf(label);
  if (n < 0) throw new Error(`no ${kind} is called ${label}`);
  const head = (0xa0 + kindNames.indexOf(kind)).toString(16).padStart(8, "0");
  return `${head}-0000-7000-8000-${String(community).padStart(4, "0")}${String(n).padStart(8, "0")}`;
}

function community(index: number, key: Community["key"], privacy: Privacy): Community {
  return { key, index, privacy, id: uuid("community", index, "self") };
}

export const harbour = community(1, "harbour", "public");
export const meadow = community(2, "meadow", "public");
export const cellar = community(3, "cellar", "private");
export const grotto = community(4, "grotto", "secret");
export const communities: readonly Community[] = [harbour, meadow, cellar, grotto];

/** With whom a community shares, and whom it has asked. */
export const neighbours: Readonly<Record<Community["key"], { connected: Community; asked: Community }>> = {
  harbour: { connected: meadow, asked: cellar },
  meadow: { connected: harbour, asked: grotto },
  cellar: { connected: grotto, asked: harbour },
  grotto: { connected: cellar, asked: meadow },
};

/** Where the post of a lane is at home: the neighbour that still shares it, or the one that took it back. */
export function homeOfLane(at: Community, open: boolean): Community {
  const home = communities.find((from) => neighbours[from.key][open ? "connected" : "asked"] === at);
  if (!home) throw new Error(`nobody shares with ${at.key}`);
  return home;
}

/** The id of a row, the same in every run. */
export function idOf(kind: Exclude<Kind, "person" | "community">, at: Community, label: string): string {
  return uuid(kind, at.index, label);
}

/** The id of a person: residents differ per community, travellers are the same person everywhere. */
export function personOf(at: Community, who: Person): string {
  const travels = (travellers as readonly string[]).includes(who);
  return uuid("person", travels ? 0 : at.index, who);
}

/** Everybody who has anything to do with a community: its residents and all travellers. */
export function peopleOf(at: Community): string[] {
  return [...residents, ...travellers].map((who) => personOf(at, who));
}

function labelOfId(id: string): string {
  const kind = kindNames[Number.parseInt(id.slice(0, 8), 16) - 0xa0];
  const known = kind && kinds[kind][Number(id.slice(28))];
  return known ?? id;
}

/** Names the row behind a key, which is one id or several ids joined by a slash; other text stays as it is. */
export function labelOf(key: string): string {
  return key.split("/").map(labelOfId).join("/");
}
