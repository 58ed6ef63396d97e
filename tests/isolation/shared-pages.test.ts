import { expect, test } from "vitest";
import { type Community, cellar, harbour, idOf, meadow, personOf } from "./engine/cast.ts";
import { type Db, rowsOf, undone } from "./engine/db.ts";
import { planted } from "./engine/harness.ts";

/** Somebody with a token of the network's host, or bound to a community. */
interface Who {
  role: string;
  claims: string;
}

function tokenOf(person: string, boundTo?: Community): Who {
  const bound = boundTo ? { scope: "community", tenant_id: boundTo.id } : { scope: "network" };
  return { role: "authenticated", claims: JSON.stringify({ role: "authenticated", sub: person, ...bound }) };
}

/** What an expression gives somebody; what the database refuses comes back as its message. */
async function as<T = string>(db: Db, who: Who, expression: string): Promise<T | string> {
  await db.query("savepoint act");
  try {
    await db.query("select set_config('request.jwt.claims', $1, true), set_config('role', $2, true)", [
      who.claims,
      who.role,
    ]);
    const [row] = await rowsOf<{ value: T }>(db, `select (${expression}) as value`);
    await db.query("release savepoint act");
    return row?.value as T;
  } catch (error) {
    await db.query("rollback to savepoint act");
    return error instanceof Error ? error.message : String(error);
  } finally {
    await db.query("select set_config('request.jwt.claims', '', true), set_config('role', 'postgres', true)");
  }
}

const author = personOf(harbour, "dual");
const dual = tokenOf(author);
const reader = personOf(meadow, "member");
const travel = idOf("post", harbour, "travel");

async function share(db: Db, scope = "comment", to = meadow): Promise<string> {
  const given = await as<{ id: string }>(
    db,
    dual,
    `public.share_post('${harbour.id}', '${travel}', '${to.id}', '${scope}', 1, 'en')`,
  );
  if (typeof given === "string") throw new Error(given);
  return given.id;
}
const revoke = (db: Db, id: string) => as(db, dual, `public.revoke_share('${harbour.id}', '${id}')`);

/** The fixture without the shares it holds, and a picture of the author's in the post. */
const fresh = <T>(work: (db: Db, picture: string) => Promise<T>) =>
  planted(async (db) => {
    await db.query("delete from public.content_sharing");
    const picture = crypto.randomUUID();
    await db.query(
      "insert into public.media (tenant_id, id, owner_id, width, height, widths, bytes) values ($1, $2, $3, 64, 64, array[64], 9)",
      [harbour.id, picture, author],
    );
    await db.query("update public.posts set body = body || $2 where id = $1", [
      travel,
      ` ![](/media/${picture}/64x64.webp)`,
    ]);
    await db.query("insert into storage.objects (bucket_id, name) values ('post-media', $1)", [
      `${harbour.id}/${picture}/64.webp`,
    ]);
    return work(db, picture);
  });

const sees = (db: Db, who: Who, name: string) =>
  as<number>(db, who, `(select count(*)::integer from storage.objects where name = '${name}')`);

test("pictures and faces of a shared post are seen where it is read, and only while its share holds", async () => {
  await fresh(async (db, picture) => {
    const file = `${harbour.id}/${picture}/64.webp`;
    const path = `${harbour.id}/${author}/${picture}`;
    await db.query("insert into storage.objects (bucket_id, name) values ('avatars', $1)", [
      `${path}/64.webp`,
    ]);
    await db.query("update public.tenant_users set avatar_path = $3 where tenant_id = $1 and user_id = $2", [
      harbour.id,
      author,
      path,
    ]);
    const there = [tokenOf(reader), tokenOf(reader, meadow)];
    const elsewhere = [tokenOf(personOf(cellar, "member")), tokenOf(personOf(cellar, "member"), cellar)];
    const visitor = { role: "anon", claims: JSON.stringify({ role: "anon", tenant_id: meadow.id }) };
    const look = async (name: string) => {
      const seen = [];
      for (const who of [...there, ...elsewhere, visitor]) seen.push(await sees(db, who, name));
      return seen;
    };
    for (const name of [file, `${path}/64.webp`]) {
      expect([name, await look(name)]).toEqual([name, [0, 0, 0, 0, 0]]);
      await undone(db, async () => {
        const id = await share(db);
        expect([name, await look(name)]).toEqual([name, [1, 1, 0, 0, 0]]);
        await revoke(db, id);
        expect([name, await look(name)]).toEqual([name, [0, 0, 0, 0, 0]]);
      });
    }
    // What the post shows no longer is not brought along by its share.
    await share(db);
    await db.query("update public.posts set body = 'nothing' where id = $1", [travel]);
    expect(await sees(db, tokenOf(reader, meadow), file)).toBe(0);
    // A picture in the lane goes with the lane.
    const [own, name] = [crypto.randomUUID(), personOf(meadow, "member")];
    await db.query(
      "insert into public.media (tenant_id, id, owner_id, width, height, widths, bytes) values ($1, $2, $3, 64, 64, array[64], 9)",
      [meadow.id, own, name],
    );
    await db.query("insert into storage.objects (bucket_id, name) values ('post-media', $1)", [
      `${meadow.id}/${own}/64.webp`,
    ]);
    await db.query(
      "insert into public.post_comments (tenant_id, lane_of, post_id, author_id, body) values ($1, $2, $3, $4, $5)",
      [meadow.id, harbour.id, travel, name, `![](/media/${own}/64x64.webp)`],
    );
    const other = tokenOf(personOf(meadow, "moderator"), meadow);
    expect(await sees(db, other, `${meadow.id}/${own}/64.webp`)).toBe(1);
    await db.query("update public.content_sharing set expires_at = now() - interval '1 second'");
    expect(await sees(db, other, `${meadow.id}/${own}/64.webp`)).toBe(0);
    // The row about a picture stays at home.
    expect(
      await as(db, tokenOf(reader), `(select count(*)::text from public.media where id = '${picture}')`),
    ).toBe("0");
  });
});

test("who wrote in a lane may read what it said before, there and as long as the share holds", async () => {
  await fresh(async (db) => {
    const id = await share(db);
    const comment = crypto.randomUUID();
    await db.query(
      `insert into public.post_comments (tenant_id, id, lane_of, post_id, author_id, body)
       values ($1, $2, $3, $4, $5, 'first words')`,
      [meadow.id, comment, harbour.id, travel, reader],
    );
    await db.query("update public.post_comments set body = 'other words' where id = $1", [comment]);
    const history = (of: Community, what = `'${comment}'`) =>
      `public.post_history('${of.id}', '${travel}', ${what})`;
    const told = await as<{ current: { body: string }; lane: object }>(
      db,
      tokenOf(reader, meadow),
      history(meadow),
    );
    expect(told).toMatchObject({ current: { body: "other words" }, lane: { share: id, home: harbour.id } });
    expect(await as(db, tokenOf(personOf(harbour, "member")), history(meadow))).toBeNull();
    expect(await as(db, tokenOf(personOf(harbour, "member")), history(harbour))).toBeNull();
    // The post's own versions are read at home.
    expect(await as(db, tokenOf(reader), history(meadow, "null"))).toBeNull();
    expect(await as(db, tokenOf(reader), history(harbour, "null"))).toBeNull();
    expect(await as(db, dual, history(harbour, "null"))).toMatchObject({ lane: null });
    await revoke(db, id);
    expect(await as(db, tokenOf(reader, meadow), history(meadow))).toBeNull();
  });
});

interface Lines {
  items: { id: string; state: string; consent_version: number }[];
  asked?: { id: string }[];
  texts: Record<string, object>;
  next: string | null;
}
const ledger = (open: boolean, before = "null", limit = 20) =>
  `public.my_shares(${open}, ${before}, ${limit})`;

test("the ledger tells an author what waits, what holds and what was, page by page, and nobody else", async () => {
  await fresh(async (db) => {
    await db.query(
      "update public.tenants set sharing_out = 'anyone', sharing_in = 'anyone', sharing_review = 'none'",
    );
    const first = await share(db);
    await revoke(db, first);
    const second = await share(db);
    const third = await share(db, "comment", cellar);
    const open = (await as<Lines>(db, dual, ledger(true))) as Lines;
    expect(open.items.map((line) => line.id)).toEqual([third, second]);
    expect(open).toMatchObject({ asked: [], texts: { 1: { en: expect.any(String) } }, next: null });
    const page = (await as<Lines>(db, dual, ledger(true, "null", 1))) as Lines;
    expect(page.next).toBe(third);
    const rest = (await as<Lines>(db, dual, ledger(true, `'${third}'`, 1))) as Lines;
    expect(rest.items.map((line) => line.id)).toEqual([second]);
    expect(rest.asked).toBeUndefined();
    const past = (await as<Lines>(db, dual, ledger(false))) as Lines;
    expect(past.items).toMatchObject([{ id: first, state: "revoked", consent_version: 1 }]);
    // A post of the admin's that dual would like to see in the meadow waits for the admin.
    const post = idOf("post", harbour, "members");
    const asked = (await as<{ id: string }>(
      db,
      dual,
      `public.share_post('${harbour.id}', '${post}', '${meadow.id}', 'view')`,
    )) as { id: string };
    const admin = tokenOf(personOf(harbour, "admin"));
    expect(await as(db, admin, ledger(true))).toMatchObject({
      items: [],
      asked: [{ id: asked.id, note: "" }],
    });
    expect(await as(db, dual, ledger(true))).toMatchObject({ asked: [] });
    expect(await as(db, tokenOf(author, harbour), ledger(true))).toBe("forbidden:network_only");
  });
});

test("where a post stands is told to its author and who looks after its home, with the post", async () => {
  await fresh(async (db) => {
    await share(db);
    const page = `public.post_page('${harbour.id}', '${travel}') -> 'stands'`;
    const told = [{ in: { id: meadow.id }, live: true }];
    expect(await as(db, tokenOf(author, harbour), page)).toMatchObject(told);
    expect(await as(db, tokenOf(personOf(harbour, "moderator"), harbour), page)).toMatchObject(told);
    expect(await as(db, tokenOf(personOf(harbour, "member"), harbour), page)).toBeNull();
    const choices = `public.share_choices('fixture-harbour', '${travel}')`;
    expect(await as(db, dual, choices)).toMatchObject({ mine: true, home: { id: harbour.id }, via_in: null });
    expect(await as(db, tokenOf(reader), choices)).toBeNull();
    expect(await as(db, dual, `public.share_choices('no-such-place', '${travel}')`)).toBeNull();
  });
});

test("a post that comes a second time finds the lane that it left, and its count", async () => {
  await fresh(async (db) => {
    const first = await share(db);
    const say = (body: string) =>
      db.query(
        "insert into public.post_comments (tenant_id, lane_of, post_id, author_id, body) values ($1, $2, $3, $4, $5)",
        [meadow.id, harbour.id, travel, reader, body],
      );
    const count = async (id: string) => {
      const [row] = await rowsOf<{ count: number }>(
        db,
        "select comment_count as count from public.content_sharing where id = $1",
        [id],
      );
      return row?.count;
    };
    await say("one");
    await db.query("select private.fold_counters()");
    await say("two");
    await revoke(db, first);
    const second = await share(db);
    expect(await count(second)).toBe(1);
    await db.query("select private.fold_counters()");
    expect(await count(second)).toBe(2);
    // What is taken away while the lane is closed is gone from its count when it opens again.
    await revoke(db, second);
    await db.query(
      "update public.post_comments set deleted_at = now(), removed_by = 'author', body = '' where body = 'two'",
    );
    await db.query("select private.fold_counters()");
    expect(await count(await share(db))).toBe(1);
  });
});
