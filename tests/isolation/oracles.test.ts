import { expect, test } from "vitest";
import { actorOf } from "./engine/actors.ts";
import { grotto, harbour, idOf, meadow, personOf } from "./engine/cast.ts";
import { answers, by, planted } from "./engine/harness.ts";

const member = actorOf("member", harbour, meadow);

test("likes and comments answer alike for a post one may not see, one of another community, and none at all", async () => {
  const absent = "00000000-0000-7000-8000-000000000000";
  const posts = [
    idOf("post", harbour, "hidden"),
    idOf("post", harbour, "gone"),
    idOf("post", harbour, "locked-diary"),
    idOf("post", grotto, "public"),
    absent,
  ];
  const like = (post: string, conflict: string) =>
    `insert into public.post_likes (tenant_id, post_id, user_id) values ('${harbour.id}', '${post}', '${member.me}') ${conflict}`;
  const comment = (post: string) =>
    `insert into public.post_comments (tenant_id, post_id, author_id, body) values ('${harbour.id}', '${post}', '${member.me}', 'x')`;
  const given = await planted(async (db) => ({
    likes: await answers(
      db,
      posts.map((post) => by(member, like(post, ""))),
    ),
    quiet: await answers(
      db,
      posts.map((post) => by(member, like(post, "on conflict do nothing"))),
    ),
    comments: await answers(
      db,
      posts.filter((post) => post !== posts[1]).map((post) => by(member, comment(post))),
    ),
  }));
  expect(new Set(given.likes).size).toBe(1);
  expect(new Set(given.quiet).size).toBe(1);
  expect(new Set(given.comments).size).toBe(1);
});

test("an id that another community uses is free here, with and without ON CONFLICT", async () => {
  const tried = ["posts", "post_comments", "events"] as const;
  const columns = {
    posts: (id: string) =>
      `(tenant_id, id, author_id, body) values ('${harbour.id}', '${id}', '${member.me}', 'x')`,
    post_comments: (id: string) =>
      `(tenant_id, id, post_id, author_id, body)
       values ('${harbour.id}', '${id}', '${idOf("post", harbour, "members")}', '${member.me}', 'x')`,
    events: (id: string) =>
      `(tenant_id, id, organizer_id, title, starts_local, ends_local, time_zone)
       values ('${harbour.id}', '${id}', '${member.me}', 'x', '2031-01-01', '2031-01-01', 'UTC')`,
  };
  const taken = {
    posts: idOf("post", grotto, "diary"),
    post_comments: idOf("comment", grotto, "on-diary"),
    events: idOf("event", grotto, "fair"),
  };
  const absent = "00000000-0000-7000-8000-000000000000";
  const given = await planted((db) =>
    answers(
      db,
      tried.flatMap((table) =>
        ["", "on conflict do nothing"].flatMap((conflict) =>
          [taken[table], absent].map((id) =>
            by(member, `insert into public.${table} ${columns[table](id)} ${conflict}`),
          ),
        ),
      ),
    ),
  );
  expect(new Set(given)).toEqual(new Set(["ok  (1)"]));
});

test("nobody can write an archive reference, so that none can be asked for", async () => {
  const insert = (ref: string) =>
    `insert into public.posts (tenant_id, author_id, body, archive_ref) values ('${harbour.id}', '${member.me}', 'x', '${ref}')`;
  const given = await planted((db) =>
    answers(db, [by(member, insert("ref-public")), by(member, insert("ref-new"))]),
  );
  expect(new Set(given)).toEqual(new Set(["42501 permission denied for table posts"]));
});

test("a home community that is not mine answers like one that is not there", async () => {
  const choose = (id: string) =>
    `update public.profiles set primary_tenant_id = '${id}' where id = '${member.me}'`;
  const [foreign, missing] = await planted((db) =>
    answers(db, [by(member, choose(grotto.id)), by(member, choose(personOf(harbour, "owner")))]),
  );
  expect(foreign).toBe(missing);
  expect(foreign).toMatch(/^23503/);
});
