import fc from "fast-check";
import { expect, test } from "vitest";
import { leavePreviewSchema } from "@/lib/leaving/schemas";
import { personColumns } from "@/lib/personal-data/registry";
import { as, tokenOf, type Who } from "./engine/acts.ts";
import { harbour, idOf, meadow, type Person, personOf } from "./engine/cast.ts";
import { type Db, rowsOf, undone } from "./engine/db.ts";
import { planted } from "./engine/harness.ts";
import { type Row, rowsIn, type Snapshot, snapshot, textOf } from "./engine/snapshots.ts";

type Mode = "anonymise" | "remove";
type Counts = Record<string, number>;

const slug = "fixture-harbour";

async function call<T>(db: Db, who: Who, expression: string): Promise<T> {
  const answer = await as<T>(db, who, expression);
  if (typeof answer === "string" && /[: ]/.test(answer)) throw new Error(`${expression}: ${answer}`);
  return answer as T;
}

/** Things that somebody does in a community, in any order. */
const acts = {
  post: (id: string) =>
    `insert into public.posts (tenant_id, author_id, visibility, title, body, tags) values ('${harbour.id}', '${id}', 'members', 'planted title', 'planted words', array['planted'])`,
  note: (id: string) =>
    `insert into public.posts (tenant_id, author_id, visibility, body) values ('${harbour.id}', '${id}', 'me', 'planted note')`,
  removed: (id: string) =>
    `insert into public.posts (tenant_id, author_id, body, deleted_at, removed_by) values ('${harbour.id}', '${id}', 'planted then removed', now(), 'author')`,
  edit: (id: string) =>
    `update public.posts set body = body || ' planted again' where tenant_id = '${harbour.id}' and author_id = '${id}' and deleted_at is null`,
  comment: (id: string) =>
    `insert into public.post_comments (tenant_id, post_id, author_id, body) values ('${harbour.id}', '${idOf("post", harbour, "public")}', '${id}', 'planted comment')`,
  underNote: (id: string) =>
    `insert into public.post_comments (tenant_id, post_id, author_id, body)
     select tenant_id, id, author_id, 'planted below a note' from public.posts
     where tenant_id = '${harbour.id}' and author_id = '${id}' and visibility = 'me' and deleted_at is null limit 1`,
  answered: (id: string) =>
    `insert into public.post_comments (tenant_id, post_id, author_id, body)
     select tenant_id, id, '${personOf(harbour, "admin")}', 'words of somebody else' from public.posts
     where tenant_id = '${harbour.id}' and author_id = '${id}' and visibility = 'members' and deleted_at is null limit 1`,
  event: (id: string) =>
    `insert into public.events (tenant_id, organizer_id, title, starts_local, ends_local, time_zone) values ('${harbour.id}', '${id}', 'planted event', '2031-01-01 10:00', '2031-01-01 11:00', 'UTC')`,
  group: (id: string) =>
    `insert into public.groups (tenant_id, name, owner_id) values ('${harbour.id}', 'planted group', '${id}')`,
  named: (id: string) =>
    `insert into public.posts (tenant_id, author_id, body) values ('${harbour.id}', '${personOf(harbour, "owner")}', 'thanks to @[somebody](member:${id})')`,
} satisfies Record<string, (id: string) => string>;

const histories = fc.array(fc.constantFrom(...(Object.keys(acts) as (keyof typeof acts)[])), {
  maxLength: 14,
});

/** Lets so many texts go in one transaction. */
const emptyingBy = (db: Db, batch: number) =>
  db.query(
    `create or replace function private.erasing_batch() returns integer
     language sql stable parallel safe set search_path = '' as 'select ${batch}'`,
  );

/** Plays a history and leaves. Gives what was promised, and everything before and after. */
async function leaving(db: Db, who: Person, mode: Mode, history: (keyof typeof acts)[]) {
  const person = personOf(harbour, who);
  for (const act of history) await db.query(acts[act](person));
  const token = tokenOf(person);
  const before = await snapshot(db);
  const preview = await call<{ counts: Counts }>(db, token, `public.leave_preview('${slug}')`);
  await call(db, token, `public.leave_community('${harbour.id}', '${mode}')`);
  // In batches of whatever size: the same is left.
  await emptyingBy(db, 1 + (history.length % 4));
  let steps = 0;
  while ((await rowsOf<{ done: boolean }>(db, "select private.erase_next() as done"))[0]?.done) steps += 1;
  expect(steps).toBeGreaterThan(0);
  return { person, promised: preview.counts, before, after: await snapshot(db) };
}

/** The row under a key, or under the same with the former member in the person's place. */
function rowNow(after: Snapshot, table: string, key: string, person: string): Row | undefined {
  const former = rowsIn(after, "public.tenant_users").find(([, row]) => row.erased_at !== null)?.[1];
  const rows = after.get(table);
  return rows?.get(key) ?? (former && rows?.get(key.replaceAll(person, String(former.user_id))));
}

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
  };
}

const cases: [Person, Mode][] = [
  ["member", "anonymise"],
  ["dual", "anonymise"],
  ["dual", "remove"],
  ["moderator", "remove"],
];

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

/** What follows from others' rows and may change with them: who reads a comment below a post that went. */
const derived = ["stream_id", "is_public", "version", "updated_at", "is_latest"];

/** What became of the rows that a column ties to somebody, in the words of the registry. */
function fateOf(column: string, person: string, before: Snapshot, after: Snapshot): Set<string> {
  const [, table = "", field = ""] = /^(.+)\.(\w+)$/.exec(column) ?? [];
  const mine = rowsIn(before, table).filter(
    ([, row]) => row[field] === person && (row.tenant_id ?? row.id) === harbour.id,
  );
  const fates = mine.map(([key, row]) => {
    const next = rowNow(after, table, key, person);
    if (!next) return "deleted";
    if (next[field] === null) return "cleared";
    if (next.body === "" && row.body !== undefined) return "emptied";
    if (next[field] === person) return "kept";
    return field === "owner_id" && table.endsWith(".groups") ? "handed over" : "former";
  });
  return new Set(fates);
}

/** Columns whose rows met another fate than the registry says. */
function misfortunes(mode: Mode, person: string, before: Snapshot, after: Snapshot): string[] {
  return Object.entries(personColumns).flatMap(([column, fates]) => {
    const wanted = fates[mode];
    if (typeof wanted !== "string") return [];
    // What nobody else reads goes either way, and what had gone before is emptied too.
    const allowed = wanted === "former" ? ["former", "emptied", "deleted"] : [wanted, "emptied"];
    const met = [...fateOf(column, person, before, after)];
    return met.filter((fate) => !allowed.includes(fate)).map((fate) => `${column}: ${fate}, not ${wanted}`);
  });
}

/** Ids of what somebody made: rows of the log speak of them, and mentions stand in their texts. */
function madeBy(person: string, before: Snapshot): Set<unknown> {
  const columns = {
    posts: "author_id",
    post_comments: "author_id",
    events: "organizer_id",
    media: "owner_id",
  };
  return new Set(
    Object.entries(columns).flatMap(([table, column]) =>
      rowsIn(before, `public.${table}`).flatMap(([, row]) => (row[column] === person ? [row.id] : [])),
    ),
  );
}

/** Rows of other people that are not as they were, but for the ids by which they point to the person. */
function touched(person: string, before: Snapshot, after: Snapshot): { looked: number; changed: string[] } {
  const made = madeBy(person, before);
  const changed: string[] = [];
  let looked = 0;
  for (const [table, rows] of before) {
    const people = Object.keys(personColumns)
      .filter((name) => name.startsWith(`${table}.`))
      .map((name) => name.slice(table.length + 1));
    for (const [key, row] of people.length > 0 ? rows : []) {
      const theirs =
        row[people[0] ?? ""] === person || made.has(row.stream_id ?? row.target_id) || made.has(row.place_id);
      const speaks = /_(events|logs)$/.test(table) && JSON.stringify(row).includes(person);
      if (theirs || speaks || table.endsWith(".groups")) continue;
      const without = [...derived, ...people.filter((column) => row[column] === person)];
      looked += 1;
      if (textOf(row, without) !== textOf(after.get(table)?.get(key), without))
        changed.push(`${table} ${key}`);
    }
  }
  return { looked, changed };
}

/** Rows of other communities that are not as they were. A share that stood between the two has ended. */
function touchedElsewhere(person: string, before: Snapshot, after: Snapshot): string[] {
  return [...before].flatMap(([table, rows]) =>
    [...rows].flatMap(([key, row]) => {
      const elsewhere = row.tenant_id !== undefined && row.tenant_id !== harbour.id;
      const share = table === "public.content_sharing" && row.author_id === person;
      if (!elsewhere || share) return [];
      return textOf(row) === textOf(after.get(table)?.get(key)) ? [] : [`${table} ${key}`];
    }),
  );
}

/** Where something can still be read, but for the ids that texts of others hold. */
async function traces(db: Db, needle: string): Promise<string[]> {
  const now = await snapshot(db);
  return [...now].flatMap(([table, rows]) =>
    [...rows.values()]
      .filter((row) => row.tenant_id === harbour.id)
      .filter((row) =>
        JSON.stringify(row)
          .replaceAll(/member:[0-9a-f-]{36}/g, "")
          .includes(needle),
      )
      .map(() => table),
  );
}

test.each(cases)(
  "nothing leads to %s who would %s any more, and nobody else lost a thing",
  async (who, mode) => {
    await planted(async (db) => {
      const all = Object.keys(acts) as (keyof typeof acts)[];
      const { person, before, after } = await leaving(db, who, mode, [...all, "edit", "post"]);
      const others = touched(person, before, after);
      expect(others.changed).toEqual([]);
      expect(others.looked).toBeGreaterThan(150);
      expect(touchedElsewhere(person, before, after)).toEqual([]);
      expect(misfortunes(mode, person, before, after)).toEqual([]);
      expect(await traces(db, person)).toEqual([]);
      expect(await traces(db, "planted note")).toEqual([]);
      expect(await traces(db, "planted then removed")).toEqual([]);
      const words = await traces(db, "planted words");
      expect(words.length > 0).toBe(mode === "anonymise");
      expect((await traces(db, "words of somebody else")).length).toBeGreaterThan(0);
      expect(await rowsOf(db, "select from private.erasures where user_id is not null")).toEqual([]);
    });
  },
);

test("leaving and keeping changes the membership, groups and shares, and not a word", async () => {
  await planted(async (db) => {
    const person = personOf(harbour, "dual");
    const before = await snapshot(db);
    await call(db, tokenOf(person), `public.leave_community('${harbour.id}')`);
    const after = await snapshot(db);
    const changed = new Set(
      [...before].flatMap(([table, rows]) =>
        [...rows].flatMap(([key, row]) =>
          textOf(row) === textOf(after.get(table)?.get(key)) ? [] : [table.replace("public.", "")],
        ),
      ),
    );
    expect([...changed].sort()).toEqual([
      "content_sharing",
      "group_members",
      "private.member_words",
      "tenant_users",
    ]);
    expect((await rowsOf(db, "select private.erase_next() as done"))[0]).toEqual({ done: false });
  });
});

test("nobody comes back while what they asked for is still being done, and may afterwards", async () => {
  await planted(async (db) => {
    const token = tokenOf(personOf(harbour, "member"));
    await call(db, token, `public.leave_community('${harbour.id}', 'anonymise')`);
    const join = `public.join_community('${harbour.id}')`;
    expect(await as(db, token, join)).toBe("conflict:still_leaving");
    await db.query("select private.erase_next()");
    expect(await as(db, token, join)).toBe("active");
    const [mine] = await rowsOf<{ posts: number }>(
      db,
      "select count(*)::int as posts from public.posts where tenant_id = $1 and author_id = $2",
      [harbour.id, personOf(harbour, "member")],
    );
    expect(mine).toEqual({ posts: 0 });
  });
});

test("only the erasing transaction changes the log, and there only whom a row names and what it says", async () => {
  await planted(async (db) => {
    const refused = (statement: string) =>
      undone(db, async () => {
        try {
          await db.query(statement);
          return "done";
        } catch (error) {
          return error instanceof Error ? error.message : String(error);
        }
      });
    const append = "forbidden:append_only";
    const blank = "update public.domain_events set data = '{}'";
    expect(await refused(blank)).toBe(append);
    expect(
      await refused(`do $$ begin perform set_config('archipelago.erasing', 'on', true); ${blank}; end $$`),
    ).toBe(append);
    await db.query("select private.set_erasing(true)");
    expect(await refused(blank)).toBe("done");
    for (const other of [
      "type = 'x'",
      "occurred_at = now() + interval '1 day'",
      "tenant_id = gen_random_uuid()",
    ]) {
      expect(await refused(`update public.domain_events set ${other}`)).toBe(append);
    }
    expect(await refused("delete from public.domain_events")).toBe(append);
    expect(await refused("update public.audit_logs set reason = 'x'")).toBe(append);
    await db.query("select private.set_erasing(false)");
    expect(await refused(blank)).toBe(append);
    const member = tokenOf(personOf(harbour, "owner"), harbour);
    expect(await as(db, member, "private.set_erasing(true)::text")).toMatch(/permission denied/);
    expect(await as(db, member, "private.is_erasing()::text")).toMatch(/permission denied/);
  });
});

test("what a backup brings back is erased again, and whoever joined again since stays", async () => {
  await planted(async (db) => {
    const person = personOf(harbour, "member");
    const other = personOf(harbour, "moderator");
    const rows = async (table: string, column: string) =>
      rowsOf<{ row: unknown }>(
        db,
        `select to_jsonb(x) as row from ${table} x where tenant_id = $1 and ${column} = $2`,
        [harbour.id, person],
      );
    const [membership] = await rows("public.tenant_users", "user_id");
    for (const who of [person, other]) {
      await call(db, tokenOf(who), `public.leave_community('${harbour.id}', 'anonymise')`);
      await db.query("select private.erase_next()");
    }
    await call(db, tokenOf(other), `public.join_community('${harbour.id}')`);
    await db.query(
      "update public.tenant_users set joined_at = clock_timestamp() + interval '1 second' where user_id = $1",
      [other],
    );
    await db.query(
      'insert into public.tenant_users select * from jsonb_populate_record(null::public.tenant_users, $1::jsonb || \'{"joined_at": "2020-01-01"}\')',
      [JSON.stringify(membership?.row)],
    );
    await db.query(acts.post(person));
    expect((await rowsOf(db, "select private.reapply_erasures() as n"))[0]).toEqual({ n: 1 });
    expect(await traces(db, person)).toEqual([]);
    expect(await rows("public.tenant_users", "user_id")).toEqual([]);
    const [again] = await rowsOf(db, "select status from public.tenant_users where user_id = $1", [other]);
    expect(again).toEqual({ status: "active" });
    expect((await rowsOf(db, "select private.reapply_erasures() as n"))[0]).toEqual({ n: 0 });
  });
});

test("the last owner is told who could follow, and cannot leave", async () => {
  await planted(async (db) => {
    const owner = tokenOf(personOf(harbour, "owner"));
    const preview = await call<{ last_owner: boolean; heirs: { role: string }[] }>(
      db,
      owner,
      `public.leave_preview('${slug}')`,
    );
    expect(leavePreviewSchema.safeParse(preview).error).toBeUndefined();
    expect(preview.last_owner).toBe(true);
    expect(preview.heirs.map((heir) => heir.role).slice(0, 2)).toEqual(["admin", "moderator"]);
    expect(await as(db, owner, `public.leave_community('${harbour.id}', 'remove')`)).toBe(
      "conflict:last_owner",
    );
    expect(await rowsOf(db, "select from private.erasures where state = 'waiting'")).toEqual([]);
    const dual = tokenOf(personOf(harbour, "dual"), meadow);
    expect(await as(db, dual, `public.leave_preview('${slug}')`)).toBe("forbidden:network_only");
  });
});

test("what goes, goes batch by batch: what was done stays done, and nobody comes back meanwhile", async () => {
  await planted(async (db) => {
    const person = personOf(harbour, "member");
    const mine = `tenant_id = '${harbour.id}' and author_id = '${person}'`;
    await db.query(
      `insert into public.posts (tenant_id, author_id, title, body, visibility)
       select '${harbour.id}', '${person}', 'Post ' || n, 'words', 'members' from generate_series(1, 25) n`,
    );
    await emptyingBy(db, 10);
    const open = async () =>
      (
        await rowsOf<{ n: number }>(
          db,
          `select count(*)::integer as n from public.posts where ${mine} and body <> ''`,
        )
      )[0]?.n;
    const token = tokenOf(person);
    await call(db, token, `public.leave_community('${harbour.id}', 'remove')`);
    const left = [await open()];
    for (;;) {
      const [{ done } = { done: false }] = await rowsOf<{ done: boolean }>(
        db,
        "select private.erase_next() as done",
      );
      if (!done) break;
      left.push(await open());
      const waits = await rowsOf(db, `select from private.erasures where user_id = '${person}'`);
      if (waits.length === 0) break;
      expect(await as(db, token, `public.join_community('${harbour.id}')`)).toContain("conflict:");
    }
    // All of it is written under the person until the last step, and emptied ten by ten.
    const [first = 0] = left;
    expect(first).toBeGreaterThanOrEqual(25);
    expect(left.length).toBeGreaterThan(3);
    for (const [step, n = 0] of left.entries()) expect(n).toBeLessThanOrEqual(Math.max(0, first - 10 * step));
    expect(left.at(-1)).toBe(0);
    const rest = await rowsOf(db, `select 1 from public.posts where ${mine}`);
    expect(rest).toEqual([]);
  });
});
