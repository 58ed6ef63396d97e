import type { Notice, NoticeRow } from "./schemas";

type Placed = Pick<NoticeRow, "kind" | "tenant_id" | "share_id"> & {
  journey?: { id: string } | null;
  post: { home_id: string; id: string } | null;
  comment: { id: string } | null;
};

/** Where a notification leads: to the text itself, or to where one decides. Pure. */
export function placeOfNotice(notice: Placed): { host: "network" | "community"; path: string } {
  switch (notice.kind) {
    case "share_asked":
    case "share_shown":
    case "share_revoked":
      return { host: "network", path: "/account/sharing" };
    case "journey_invitation":
      return { host: "network", path: `/journeys/invited/${notice.journey?.id}` };
    case "journey_joined":
    case "journey_comment":
      return { host: "network", path: `/journeys/${notice.journey?.id}` };
    case "share_waiting":
      return { host: "community", path: "/door" };
    case "connection_proposed":
    case "connection_accepted":
    case "connection_declined":
    case "connection_ended":
      return { host: "community", path: "/settings/sharing" };
    case "member_request":
      return { host: "community", path: "/members" };
    case "member_approved":
      return { host: "community", path: "/" };
    default:
      return { host: "community", path: textPath(notice) };
  }
}

function textPath({ tenant_id, share_id, post, comment }: Placed): string {
  if (!post) return "/";
  const away = post.home_id !== tenant_id && share_id;
  const page = away ? `/shared/${share_id}` : `/p/${post.id}`;
  return comment ? `${page}?${new URLSearchParams({ comment: comment.id })}#c-${comment.id}` : page;
}

/** Who did something, in the form in which it is said. */
export type Who =
  | { form: "nobody" }
  | { form: "one"; first: string }
  | { form: "two"; first: string; second: string }
  | { form: "many"; first: string; others: number }
  /** There are more than were counted. */
  | { form: "more"; first: string; others: number };

/** Says who is behind a group: one by name, two by name, else one and how many others. Pure. */
export function tellWho({ people, others, more }: Pick<Notice, "people" | "others" | "more">): Who {
  const [first, second] = people.map(({ name }) => name);
  if (first === undefined) return { form: "nobody" };
  const rest = people.length - 1 + others;
  if (more && rest > 0) return { form: "more", first, others: rest };
  if (rest === 0) return { form: "one", first };
  return rest === 1 && second !== undefined
    ? { form: "two", first, second }
    : { form: "many", first, others: rest };
}

/** What stands below the sentence: the title of post or journey, the words of the comment, else how the post begins. Pure. */
export function subjectOf({
  post,
  comment,
  journey,
}: Pick<Notice, "post" | "comment"> & Partial<Pick<Notice, "journey">>): {
  title: string | null;
  words: string | null;
} {
  const title = post?.title ?? journey?.title ?? null;
  const words = comment?.excerpt || (title === null ? post?.excerpt : null) || null;
  return { title, words };
}

/** Which of the sentences of a kind is said: by its outcome, where it has one. */
export function sentenceOf({ kind, outcome }: Pick<Notice, "kind" | "outcome">) {
  return kind === "share_answered" ? (`${kind}_${outcome ?? "agreed"}` as const) : kind;
}

/** How much is unread in all communities; null where it is not known yet. More than 99 are 100. Pure. */
export function sumUnread(counts: readonly { unread: number }[] | null): number | null {
  return (
    counts &&
    Math.min(
      100,
      counts.reduce((sum, { unread }) => sum + unread, 0),
    )
  );
}
