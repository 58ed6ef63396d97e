import { expect, test } from "vitest";
import type { ActorName } from "./engine/actors.ts";
import { as, at, tokenOf, visitorOf, type Who } from "./engine/acts.ts";
import {
  type Community,
  cellar,
  communities,
  grotto,
  harbour,
  idOf,
  meadow,
  personOf,
} from "./engine/cast.ts";
import { type Db, rowsOf, undone } from "./engine/db.ts";
import { dual, everything, type Feed, feedOf, fresh, seen, share, travel } from "./engine/sharing.ts";

test("an author's consent brings a post to the members there, and to nobody else", async () => {
  await fresh(async (db) => {
    expect(await seen(db, at("member", meadow), feedOf(meadow))).toBe(0);
    const given = await as<{ id: string; state: string }>(db, dual, share());
    expect(given).toMatchObject({ state: "active" });
    expect(await seen(db, at("member", meadow), feedOf(meadow))).toBe(1);
    expect(await seen(db, at("member", meadow, true), feedOf(meadow))).toBe(1);
    expect(await seen(db, at("member", meadow), everything)).toBe(1);
    // Once, although it stands at home and there.
    expect(await seen(db, dual, everything)).toBe(1);
    expect(await seen(db, visitorOf(meadow), feedOf(meadow))).toBe(0);
    expect(await as(db, at("member", cellar), feedOf(meadow))).toBeNull();
    expect(await seen(db, at("member", cellar), everything)).toBe(0);
    // The row itself stays where it is: only functions that ask for the grant show it.
    const direct = `select count(*)::text from public.posts where id = '${travel}'`;
    expect(await as(db, at("member", meadow), direct)).toBe("0");
    expect(await as(db, at("member", harbour), direct)).toBe("1");
  });
});

test("a post in several of my communities is one card that names them", async () => {
  await fresh(async (db) => {
    await db.query(
      "update public.tenants set sharing_out = 'anyone', sharing_in = 'anyone', sharing_review = 'none'",
    );
    for (const to of [meadow, cellar, grotto]) await as(db, dual, share({ to }));
    const feed = (await as<Feed>(db, dual, everything)) as Feed;
    const cards = feed.items.filter((item) => item.id === travel);
    expect(cards).toHaveLength(1);
    expect(new Set(cards[0]?.places)).toEqual(new Set(communities.map((community) => community.id)));
    expect(await seen(db, at("member", grotto), everything)).toBe(1);
  });
});

test("what may not be shared is refused with its reason, and nothing is written", async () => {
  const refusals: [string, Who, Parameters<typeof share>[0], string][] = [
    ["a post of a group", dual, { post: idOf("post", harbour, "hidden") }, "forbidden:narrow_audience"],
    [
      "a note to oneself",
      at("member", harbour),
      { post: idOf("post", harbour, "diary"), to: meadow },
      "forbidden:narrow_audience",
    ],
    ["a removed post", dual, { post: idOf("post", harbour, "gone") }, "not_found:post"],
    [
      "a post that one may not see",
      at("member", harbour),
      { post: idOf("post", harbour, "hidden") },
      "not_found:post",
    ],
    ["a post of a community one does not belong to", at("member", meadow), {}, "not_found:post"],
    [
      "into a community one does not belong to",
      at("member", harbour),
      { post: idOf("post", harbour, "public") },
      "not_found:community",
    ],
    ["into its own community", dual, { to: harbour }, "invalid:target"],
    ["without a connection", dual, { to: grotto }, "forbidden:not_connected"],
    ["wider than the connection", dual, { scope: "reshare" }, "forbidden:scope_too_wide"],
    ["in no known scope", dual, { scope: "everything" }, "invalid:scope"],
    ["with a consent of yesterday", dual, { consent: "0" }, "conflict:consent_changed"],
    ["without consent", dual, { consent: "null" }, "conflict:consent_changed"],
    ["on a community's own host", tokenOf(personOf(harbour, "dual"), harbour), {}, "forbidden:network_only"],
    ["by a visitor", { role: "anon", claims: "{}" }, {}, "permission denied for function share_post"],
  ];
  await fresh(async (db) => {
    for (const [name, who, what, reason] of refusals) {
      expect([name, await as(db, who, share(what))]).toEqual([name, reason]);
    }
    expect(await rowsOf(db, "select 1 from public.content_sharing")).toEqual([]);
    expect(await as(db, dual, share())).toMatchObject({ state: "active" });
  });
});

test("an author who read other words than those of today agrees to nothing, and reads today’s before they do", async () => {
  await fresh(async (db) => {
    const versions = "(select max(version) from private.consent_texts where purpose = 'share')";
    const [now] = await rowsOf<{ version: number }>(db, `select ${versions} as version`);
    const read = String(now?.version);
    await db.query(
      `insert into private.consent_texts (purpose, version, texts) select 'share', ${versions} + 1, '{"en": "Other words."}'`,
    );
    expect(await as(db, dual, share({ consent: read }))).toBe("conflict:consent_changed");
    expect(await rowsOf(db, "select 1 from public.content_sharing")).toEqual([]);
    expect(await as(db, dual, share({ consent: String(Number(read) + 1) }))).toMatchObject({
      state: "active",
    });
    expect(
      await rowsOf(
        db,
        `select s.consent_version - $1::integer as later, t.texts ->> 'en' as words
         from public.content_sharing s join private.consent_texts t on t.version = s.consent_version`,
        [read],
      ),
    ).toEqual([{ later: 1, words: "Other words." }]);
  });
});

test("whatever a grant rests on, it ends on the next read when that goes", async () => {
  const ends: [string, string | ((db: Db) => Promise<unknown>)][] = [
    ["the author takes it back", (db) => as(db, dual, revoke(db))],
    ["its day comes", "update public.content_sharing set expires_at = now() - interval '1 second'"],
    [
      "the post is removed",
      `update public.posts set deleted_at = now(), removed_by = 'author' where id = '${travel}'`,
    ],
    ["the post is narrowed", `update public.posts set visibility = 'me' where id = '${travel}'`],
    [
      "the author leaves",
      `update public.tenant_users set status = 'removed', left_at = now() where tenant_id = '${harbour.id}' and user_id = '${personOf(harbour, "dual")}'`,
    ],
    [
      "the home keeps its posts",
      `update public.tenants set sharing_out = 'nobody' where id = '${harbour.id}'`,
    ],
    ["the other takes none", `update public.tenants set sharing_in = 'nobody' where id = '${meadow.id}'`],
    ["the home is suspended", `update public.tenants set status = 'suspended' where id = '${harbour.id}'`],
    [
      "the connection is paused",
      (db) => as(db, at("admin", meadow), `public.pause_connection('${meadow.id}', '${harbour.id}', true)`),
    ],
    [
      "the connection ends",
      (db) => as(db, at("owner", harbour), `public.end_connection('${harbour.id}', '${meadow.id}')`),
    ],
    ["the home's moderators end it", (db) => as(db, at("moderator", harbour), revoke(db))],
    ["the other's moderators end it", (db) => as(db, at("moderator", meadow), revoke(db, meadow))],
  ];
  let granted = "";
  const revoke = (_db: Db, from = harbour) => `public.revoke_share('${from.id}', '${granted}')`;
  await fresh(async (db) => {
    granted = ((await as<{ id: string }>(db, dual, share())) as { id: string }).id;
    const reader = at("member", meadow);
    for (const [name, end] of ends) {
      await undone(db, async () => {
        expect([name, await seen(db, reader, feedOf(meadow))]).toEqual([name, 1]);
        if (typeof end === "string") await db.query(end);
        else expect([name, await end(db)]).toEqual([name, expect.not.stringMatching(/:/)]);
        expect([name, await seen(db, reader, feedOf(meadow))]).toEqual([name, 0]);
        expect([name, await seen(db, reader, everything)]).toEqual([name, 0]);
      });
    }
  });
});

test("nobody but those whose business it is ends a share", async () => {
  await fresh(async (db) => {
    const { id } = (await as<{ id: string }>(db, dual, share())) as { id: string };
    const others: [ActorName | "stranger", Who, Community][] = [
      ["member", at("member", harbour), harbour],
      ["member", at("member", meadow), meadow],
      ["stranger", at("moderator", cellar), cellar],
      ["stranger", at("moderator", cellar), harbour],
      ["outsider", at("outsider", harbour), harbour],
      ["suspended", at("suspended", harbour), harbour],
    ];
    for (const [name, who, community] of others) {
      expect([name, await as(db, who, `public.revoke_share('${community.id}', '${id}')`)]).toEqual([
        name,
        "not_found:share",
      ]);
    }
    expect(await seen(db, at("member", meadow), feedOf(meadow))).toBe(1);
  });
});

test("somebody else's post waits for its author, and where it is wanted for the moderators there", async () => {
  await fresh(async (db) => {
    const post = idOf("post", harbour, "members");
    const asked = (await as(db, dual, share({ post, consent: "null" }))) as unknown as {
      id: string;
      state: string;
    };
    expect(asked.state).toBe("asked");
    const reader = at("member", meadow);
    expect(await seen(db, reader, feedOf(meadow), post)).toBe(0);
    // The moderators there do not learn of it before the author agrees.
    const review = (yes: boolean) => `public.review_share('${meadow.id}', '${asked.id}', ${yes})`;
    expect(await as(db, at("moderator", meadow), review(true))).toBe("not_found:share");
    const answer = (yes: boolean, version = 1) =>
      `public.answer_share('${harbour.id}', '${asked.id}', ${yes}, ${version}, 'es')`;
    expect(await as(db, dual, answer(true))).toBe("not_found:share");
    await db.query(`update public.tenants set sharing_review = 'all' where id = '${meadow.id}'`);
    const author = at("admin", harbour);
    expect(await as(db, author, answer(true, 7))).toBe("conflict:consent_changed");
    expect(await as(db, author, answer(true))).toBe("waiting");
    expect(await as(db, author, answer(true))).toBe("conflict:share_answered");
    expect(await seen(db, reader, feedOf(meadow), post)).toBe(0);
    expect(await as(db, at("member", meadow), review(true))).toBe("forbidden:role");
    expect(await as(db, at("moderator", meadow, true), review(true))).toBe("active");
    expect(await seen(db, reader, feedOf(meadow), post)).toBe(1);
    const [receipt] = await rowsOf(
      db,
      "select consent_version, consent_locale, consent_audience > 0 as counted, approved_by from public.content_sharing where id = $1",
      [asked.id],
    );
    expect(receipt).toEqual({
      consent_version: 1,
      consent_locale: "es",
      counted: true,
      approved_by: personOf(meadow, "moderator"),
    });
    const told = await rowsOf<{ tenant_id: string; type: string }>(
      db,
      "select tenant_id, type from public.domain_events where type like '%share.%' and stream_id = $1 order by seq",
      [asked.id],
    );
    expect(told.filter((row) => row.tenant_id === meadow.id).map((row) => row.type)).toEqual([
      "received_share.asked",
      "received_share.shown",
    ]);
    expect(told.filter((row) => row.tenant_id === harbour.id)).not.toEqual([]);
  });
});
