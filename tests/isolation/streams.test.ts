import { expect, test } from "vitest";
import { type Community, communities, grotto, harbour, idOf, meadow, personOf } from "./engine/cast.ts";
import { type Db, rowsOf } from "./engine/db.ts";
import { planted } from "./engine/harness.ts";

/** What somebody's call answers on the network host; what the database refuses comes back as its message. */
async function ask<T>(db: Db, person: string, expression: string): Promise<T> {
  await db.query("savepoint act");
  try {
    await db.query(
      "select set_config('request.jwt.claims', $1, true), set_config('role', 'authenticated', true)",
      [JSON.stringify({ role: "authenticated", sub: person, scope: "network" })],
    );
    const [row] = await rowsOf<{ value: T }>(db, `select (${expression}) as value`);
    await db.query("release savepoint act");
    return row?.value as T;
  } catch (error) {
    await db.query("rollback to savepoint act");
    return (error instanceof Error ? error.message : String(error)) as T;
  } finally {
    await db.query("select set_config('request.jwt.claims', '', true), set_config('role', 'postgres', true)");
  }
}

const dual = personOf(harbour, "dual");
const member = personOf(harbour, "member");

interface Page {
  items: { id: string; tenant_id: string }[];
  views: { id: string; name: string; tenants: string[] }[];
  muted: Record<string, string>;
  missing: { slug: string; status: string }[];
}
const page = (db: Db, who: string, args = "") =>
  ask<Page>(db, who, `public.unified_page(p_limit => 50${args})`);
/** Where somebody reads who belongs everywhere, but for some. */
const allBut = (...out: Community[]) =>
  new Set(communities.filter((one) => !out.includes(one)).map(({ id }) => id));
const homes = ({ items }: Page) => new Set(items.map((item) => item.tenant_id));

test("a muted community is heard where it is asked for alone, and by everybody else", async () => {
  await planted(async (db) => {
    expect(homes(await page(db, dual))).toEqual(allBut());
    await ask(db, dual, `public.mute_community('${harbour.id}', 'good')`);
    const muted = await page(db, dual);
    expect(homes(muted)).toEqual(allBut(harbour));
    expect(muted.muted).toEqual({ [harbour.id]: "infinity" });
    const both = `, p_slugs => array['fixture-harbour', 'fixture-meadow']`;
    expect(homes(await page(db, dual, both))).toEqual(new Set([meadow.id]));
    expect(homes(await page(db, dual, ", p_slugs => array['fixture-harbour']"))).toEqual(
      new Set([harbour.id]),
    );
    expect(homes(await page(db, member))).toEqual(new Set([harbour.id]));
    expect(await ask(db, dual, `public.unified_news('-infinity', array['fixture-meadow'])`)).toBeGreaterThan(
      0,
    );
    await ask(db, dual, `public.mute_community('${harbour.id}')`);
    expect(homes(await page(db, dual))).toEqual(allBut());
  });
});

test("what is muted for an hour is heard after it", async () => {
  await planted(async (db) => {
    await ask(db, dual, `public.mute_community('${harbour.id}', 'hour')`);
    expect(homes(await page(db, dual))).toEqual(allBut(harbour));
    await db.query(
      `update public.user_view_preferences set preferences = jsonb_build_object($1::text, now() - interval '1 second')
       where view = 'muted'`,
      [harbour.id],
    );
    const after = await page(db, dual);
    expect([homes(after), after.muted]).toEqual([allBut(), {}]);
  });
});

test("nobody mutes, pins or keeps in a view what they do not belong to", async () => {
  await planted(async (db) => {
    expect(await ask(db, member, `public.mute_community('${grotto.id}', 'good')`)).toContain("not_found");
    await ask(db, member, `public.pin_communities(array['${grotto.id}', '${harbour.id}']::uuid[])`);
    await ask(db, member, "public.save_feed_view('Both', array['fixture-grotto', 'fixture-harbour'])");
    const rows = await rowsOf<{ view: string; preferences: { pinned?: string[]; tenants?: string[] } }>(
      db,
      `select view, preferences from public.user_view_preferences where user_id = '${member}'
       and (view = 'switcher' or view like 'streams.%') order by view`,
    );
    expect(rows.map(({ preferences }) => preferences.pinned ?? preferences.tenants)).toEqual([
      [harbour.id],
      [harbour.id],
    ]);
  });
});

test("a view shows what its owner may read now, and nobody else has it", async () => {
  await planted(async (db) => {
    const view = await ask<string>(
      db,
      dual,
      "public.save_feed_view('Both', array['fixture-harbour', 'fixture-meadow'], 'balanced')",
    );
    const of = (who: string) => page(db, who, `, p_view => '${view}'`);
    expect(homes(await of(dual))).toEqual(new Set([harbour.id, meadow.id]));
    expect(await of(member)).toContain("not_found:view");
    expect((await page(db, member)).views).toEqual([]);
    await db.query(
      "update public.tenant_users set status = 'removed' where tenant_id = $1 and user_id = $2",
      [meadow.id, dual],
    );
    expect(homes(await of(dual))).toEqual(new Set([harbour.id]));
    expect(
      await ask(db, member, `public.save_feed_view('Mine now', '{}', 'time', null, '${view}')`),
    ).toContain("not_found:view");
    await ask(db, member, `public.remove_feed_view('${view}')`);
    expect((await page(db, dual)).views).toHaveLength(1);
    await ask(db, dual, `public.remove_feed_view('${view}')`);
    expect((await page(db, dual)).views).toEqual([]);
  });
});

test("twenty views are the most, and a name says something", async () => {
  await planted(async (db) => {
    for (let n = 1; n <= 20; n += 1) await ask(db, dual, `public.save_feed_view('View ${n}')`);
    expect(await ask(db, dual, "public.save_feed_view('One more')")).toContain("conflict:too_many_views");
    expect(await ask(db, dual, "public.save_feed_view('  ')")).toContain("invalid:view_name");
    expect(await ask(db, dual, "public.save_feed_view('x', '{}', 'loudest')")).toContain("invalid");
    expect((await page(db, dual)).views).toHaveLength(20);
  });
});

test("a community that does not serve is named as missing to its members, and the rest is shown", async () => {
  await planted(async (db) => {
    await db.query("update public.tenants set status = 'moving' where id = $1", [meadow.id]);
    const shown = await page(db, dual);
    expect(homes(shown)).toEqual(allBut(meadow));
    expect(shown.missing).toMatchObject([{ slug: "fixture-meadow", status: "moving" }]);
    expect((await page(db, member)).missing).toEqual([]);
    expect((await page(db, dual, ", p_slugs => array['fixture-harbour']")).missing).toEqual([]);
  });
});

test("why a post is shown is told to whoever reads it", async () => {
  await planted(async (db) => {
    const why = (who: string, post: string) =>
      ask<{ community: { id: string }; group: string | null; share: { by: string } | null }[]>(
        db,
        who,
        `public.why_shown('${harbour.id}', '${post}')`,
      );
    const open = idOf("post", harbour, "public");
    expect(await why(member, open)).toMatchObject([{ community: { id: harbour.id }, share: null }]);
    expect(await why(personOf(meadow, "member"), open)).toEqual([]);
    expect(await why(member, idOf("post", harbour, "hidden"))).toEqual([]);
    const travel = idOf("post", harbour, "travel");
    expect(await why(personOf(meadow, "member"), travel)).toEqual([]);
    await db.query("delete from public.content_sharing");
    await ask(
      db,
      dual,
      `public.share_post('${harbour.id}', '${travel}', '${meadow.id}', 'comment', 1, 'en')`,
    );
    expect(await why(personOf(meadow, "member"), travel)).toMatchObject([
      { community: { id: meadow.id }, share: { home: { slug: "fixture-harbour" } } },
    ]);
    expect(await why(dual, travel)).toHaveLength(2);
    await db.query(
      "update public.content_sharing set expires_at = now() - interval '1 minute' where post_id = $1",
      [travel],
    );
    expect(await why(personOf(meadow, "member"), travel)).toEqual([]);
  });
});

test("unread posts are counted from where one was, and unknown where one never was", async () => {
  await planted(async (db) => {
    interface Row {
      id: string;
      unread: number | null;
      mentions: number | null;
      pinned: number | null;
      muted_until: string | null;
    }
    const mine = () => ask<Row[]>(db, dual, "public.switcher()");
    const of = async (id: string) => (await mine()).find((row) => row.id === id);
    expect(new Set((await mine()).map((row) => row.unread))).toEqual(new Set([null]));
    expect((await of(harbour.id))?.mentions).toEqual(expect.any(Number));
    const [last] = await rowsOf<{ at: string }>(
      db,
      `select max(sort_at)::text as at from public.feed_items where tenant_id = '${harbour.id}'`,
    );
    const seen = (at: string) =>
      db.query(
        `insert into public.user_view_preferences (user_id, view, preferences)
         values ($1, 'feed.' || $2::uuid, jsonb_build_object('seen_at', $3::timestamptz))
         on conflict (user_id, view) do update set preferences = excluded.preferences`,
        [dual, harbour.id, at],
      );
    await seen("2000-01-01");
    const all = (await of(harbour.id))?.unread ?? 0;
    expect(all).toBeGreaterThan(0);
    await seen(last?.at ?? "");
    expect((await of(harbour.id))?.unread).toBe(0);
    await db.query(
      `insert into public.posts (tenant_id, author_id, visibility, body, created_at)
       select $1::uuid, u, 'members', 'x', now() + interval '1 minute' from unnest($2::uuid[]) u`,
      [harbour.id, [dual, member]],
    );
    expect((await of(harbour.id))?.unread).toBe(1);
    expect((await of(meadow.id))?.unread).toBeNull();
    await ask(db, dual, `public.pin_communities(array['${meadow.id}', '${harbour.id}']::uuid[])`);
    await ask(db, dual, `public.mute_community('${meadow.id}', 'day')`);
    expect(await of(meadow.id)).toMatchObject({ pinned: 1, muted_until: expect.any(String) });
    expect(await of(harbour.id)).toMatchObject({ pinned: 2, muted_until: null });
  });
});
