import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actAs, type Crowd, crowdPool, foundCrowd } from "./engine/crowd.ts";

let pool: pg.Pool;
let crowd: Crowd;
let post: string;

type Counts = {
  likes: number;
  comments: number;
  shown_likes: number;
  shown_comments: number;
  members: number;
};

/** What is there, beside what is shown: the folded counter and what is not folded yet. */
async function countsNow(): Promise<Counts> {
  const { rows } = await pool.query<Counts>(
    `select (select count(*)::int from public.post_likes l where l.tenant_id = p.tenant_id and l.post_id = p.id) as likes,
       (select count(*)::int from public.post_comments c
        where c.tenant_id = p.tenant_id and c.post_id = p.id and c.deleted_at is null) as comments,
       p.like_count + private.unfolded(p.tenant_id, 'post.likes', p.id) as shown_likes,
       p.comment_count + private.unfolded(p.tenant_id, 'post.comments', p.id) as shown_comments,
       (select t.member_count + private.unfolded(t.id, 'tenant.members', t.id) from public.tenants t where t.id = p.tenant_id)
         as members
     from public.posts p where p.tenant_id = $1 and p.id = $2`,
    [crowd.tenant, post],
  );
  if (!rows[0]) throw new Error("the post is gone");
  return rows[0];
}

beforeAll(async () => {
  pool = crowdPool(40);
  crowd = await foundCrowd(
    pool,
    Array.from({ length: 100 }, (_, index) => (index === 0 ? "owner" : "member")),
  );
  const { rows } = await pool.query<{ id: string }>(
    "insert into public.posts (tenant_id, author_id, body) values ($1, $2, 'much liked') returning id",
    [crowd.tenant, crowd.people[0]],
  );
  post = rows[0]?.id ?? "";
});
afterAll(() => pool.end());

const like = "insert into public.post_likes (tenant_id, post_id, user_id) values ($1, $2, $3)";
const unlike = "delete from public.post_likes where tenant_id = $1 and post_id = $2 and user_id = $3";
const comment =
  "insert into public.post_comments (tenant_id, post_id, author_id, body) values ($1, $2, $3, 'x')";

async function foldUntil(done: () => boolean): Promise<number> {
  let folded = 0;
  while (!done()) {
    const { rows } = await pool.query<{ n: number }>("select private.fold_counters(7) as n");
    folded += rows[0]?.n ?? 0;
  }
  return folded;
}

test("counters are exact under two hundred likes, unlikes and comments at once, folded meanwhile", async () => {
  let done = false;
  const shown: Counts[] = [];
  const folding = [foldUntil(() => done), foldUntil(() => done)];
  const watching = (async () => {
    while (!done) shown.push(await countsNow());
  })();
  const acts = crowd.people.flatMap((person, index) => [
    actAs(pool, person, like, [crowd.tenant, post, person]).then((answer) =>
      index % 3 === 0 ? actAs(pool, person, unlike, [crowd.tenant, post, person]) : answer,
    ),
    actAs(pool, person, comment, [crowd.tenant, post, person]),
  ]);
  const answers = await Promise.all(acts);
  done = true;
  const folded = await Promise.all(folding);
  await watching;

  expect(answers.filter((answer) => answer !== "ok")).toEqual([]);
  expect(answers.length).toBe(200);
  expect(folded.some((count) => count > 0)).toBe(true);
  expect(shown.filter((at) => at.likes !== at.shown_likes || at.comments !== at.shown_comments)).toEqual([]);
  expect(await countsNow()).toEqual({
    likes: 66,
    comments: 100,
    shown_likes: 66,
    shown_comments: 100,
    members: 100,
  });
});

test("folding everything leaves the same figures, in the rows themselves", async () => {
  let rest = 1;
  while (rest > 0) {
    const { rows } = await pool.query<{ n: number }>("select private.fold_counters() as n");
    rest = rows[0]?.n ?? 0;
  }
  const { rows } = await pool.query(
    `select p.like_count, p.comment_count, p.version, t.member_count, t.post_count
     from public.posts p join public.tenants t on t.id = p.tenant_id where p.tenant_id = $1 and p.id = $2`,
    [crowd.tenant, post],
  );
  expect(rows).toEqual([
    { like_count: 66, comment_count: 100, version: 1, member_count: 100, post_count: 1 },
  ]);
});

test("liking twice and unliking what is not liked count nothing", async () => {
  const [person = ""] = crowd.people;
  const before = await countsNow();
  const first = await actAs(pool, person, like, [crowd.tenant, post, person]);
  const again = await Promise.all(
    Array.from({ length: 10 }, () => actAs(pool, person, like, [crowd.tenant, post, person])),
  );
  const undo = await Promise.all(
    Array.from({ length: 10 }, () => actAs(pool, person, unlike, [crowd.tenant, post, person])),
  );
  expect([first, ...undo].every((answer) => answer === "ok")).toBe(true);
  expect(again.every((answer) => answer.startsWith("23505"))).toBe(true);
  expect(await countsNow()).toEqual(before);
});
