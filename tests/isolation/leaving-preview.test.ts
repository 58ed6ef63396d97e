import fc from "fast-check";
import { expect, test } from "vitest";
import { harbour } from "./engine/cast.ts";
import { undone } from "./engine/db.ts";
import { planted } from "./engine/harness.ts";
import { type Act, acts, type Counts, cases, leaving, type Mode, rowNow } from "./engine/leaving.ts";
import { type Row, rowsIn, type Snapshot } from "./engine/snapshots.ts";

const histories = fc.array(fc.constantFrom(...(Object.keys(acts) as Act[])), {
  maxLength: 14,
});

const count = (rows: [string, Row][], meets: (row: Row, key: string) => boolean) =>
  rows.filter(([key, row]) => meets(row, key)).length;

/** What happened, counted from the rows themselves. */
function happened(mode: Mode, person: string, before: Snapshot, after: Snapshot): Counts {
  const mine = (table: string, column: string) =>
    rowsIn(before, table).filter(([, row]) => row.tenant_id === harbour.id && row[column] === person);
  const now = (table: string, key: string) => rowNow(after, table, key, person);
  const stays = mode === "anonymise";
  const posts = mine("public.posts", "author_id");
  const open = (row: Row) => row.deleted_at === null;
  const emptied = (key: string) => now("public.posts", key)?.body === "";
  const said = mine("public.post_comments", "author_id").filter(([, row]) => open(row));
  const comments = said.filter(([, row]) => row.lane_of === null);
  const inLanes = said.filter(([, row]) => row.lane_of !== null);
  const kept = (key: string) => now("public.post_comments", key)?.body !== "";
  const recess = new Set(
    posts.filter(([, row]) => !open(row) || row.visibility === "me").map(([, row]) => row.id),
  );
  const gone = (table: string, column: string) => count(mine(table, column), (_row, key) => !now(table, key));
  const renamed = (table: string, column: string) =>
    count(mine(table, column), (row, key) => {
      const next = now(table, key);
      return next !== undefined && next[column] !== row[column];
    });
  return {
    posts: count(
      posts,
      (row, key) => open(row) && row.visibility !== "me" && (stays ? !emptied(key) : emptied(key)),
    ),
    notes: count(posts, (row, key) => open(row) && row.visibility === "me" && emptied(key)),
    removed_posts: count(posts, (row, key) => !open(row) && emptied(key)),
    comments: count(comments, (row, key) => !recess.has(row.post_id) && kept(key) === stays),
    lane_comments: count(inLanes, (_row, key) => kept(key) === stays),
    events: stays ? renamed("public.events", "organizer_id") : gone("public.events", "organizer_id"),
    groups: count(
      mine("public.groups", "owner_id"),
      (_row, key) => now("public.groups", key)?.owner_id !== person,
    ),
    likes: stays ? renamed("public.post_likes", "user_id") : gone("public.post_likes", "user_id"),
    shares: count(
      rowsIn(before, "public.content_sharing"),
      (row, key) =>
        row.author_id === person &&
        [row.tenant_id, row.target_tenant_id].includes(harbour.id) &&
        ["asked", "waiting", "active"].includes(String(row.state)) &&
        now("public.content_sharing", key)?.state === "revoked",
    ),
    bookmarks: gone("public.post_bookmarks", "user_id"),
    mentions: gone("public.post_mentions", "user_id"),
    // Where the posts stay, what others answered stays with them.
    ...(!stays && {
      answers: count(
        rowsIn(before, "public.post_comments"),
        (row) =>
          open(row) &&
          row.author_id !== person &&
          posts.some(
            ([key, post]) =>
              post.id === row.post_id && open(post) && post.visibility !== "me" && emptied(key),
          ),
      ),
    }),
  };
}

test.each(cases)(
  "what the preview promises %s who would %s is what happens, whatever they did",
  async (who, mode) => {
    await planted(async (db) => {
      await fc.assert(
        fc.asyncProperty(histories, (history) =>
          undone(db, async () => {
            const { person, promised, before, after } = await leaving(db, who, mode, history);
            const done = happened(mode, person, before, after);
            const asked = Object.fromEntries(Object.keys(done).map((kind) => [kind, promised[kind]]));
            expect(done).toEqual(asked);
          }),
        ),
        { numRuns: 5 },
      );
    });
  },
);
