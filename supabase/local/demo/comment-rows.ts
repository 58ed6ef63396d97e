import type pg from "pg";
import type { Seeding } from "./community-rows.ts";
import { demoId, demoTimeId, minutesBefore } from "./identity.ts";
import { insertRows } from "./insert.ts";
import { personId } from "./people-rows.ts";
import type { DemoComment } from "./types.ts";

type Placed = DemoComment & { id: string; parent: string | null; post: string; depth: number };

function placeComments(seeding: Seeding): Placed[] {
  const { community, now } = seeding;
  const placed: Placed[] = [];
  const walk = (
    post: string,
    parent: string | null,
    comments: readonly DemoComment[],
    place: string,
    depth: number,
  ): void => {
    comments.forEach((comment, n) => {
      const here = `${place}.${n}`;
      const id = demoTimeId(minutesBefore(now, comment.minutesAgo), community.slug, "comment", here);
      placed.push({ ...comment, id, parent, post, depth });
      walk(post, id, comment.replies ?? [], here, depth + 1);
    });
  };
  for (const post of community.posts)
    walk(demoId(community.slug, "post", post.key), null, post.comments, post.key, 0);
  return placed;
}

/** What is written from now on in this transaction is done by this person; by nobody for null. */
async function actAs(client: pg.Client, person: string | null): Promise<void> {
  const claims = person && JSON.stringify({ role: "authenticated", sub: person, scope: "network" });
  await client.query("select set_config('request.jwt.claims', $1, true)", [claims ?? ""]);
}

/** The comments of a community's posts. */
export async function seedComments(seeding: Seeding): Promise<void> {
  const { client, now, tenant } = seeding;
  const comments = placeComments(seeding);
  // Each as the act of its author, and after what it answers: so those concerned hear of it.
  for (const comment of [...comments].sort((one, other) => one.depth - other.depth)) {
    await actAs(client, personId(comment.author));
    await insertRows(client, "public.post_comments", [
      {
        tenant_id: tenant,
        id: comment.id,
        post_id: comment.post,
        parent_id: comment.parent,
        author_id: personId(comment.author),
        body: comment.body,
        created_at: minutesBefore(now, comment.minutesAgo),
      },
    ]);
  }
  await actAs(client, null);
  for (const { id, removed, minutesAgo } of comments) {
    if (!removed) continue;
    await client.query(
      "update public.post_comments set deleted_at = $3, removed_by = $4, body = '' where tenant_id = $1 and id = $2",
      [tenant, id, minutesBefore(now, minutesAgo / 2), removed],
    );
  }
}
