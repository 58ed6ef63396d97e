import { expect, test } from "vitest";
import { actorOf } from "./engine/actors.ts";
import { acting, as, at, tokenOf, type Who } from "./engine/acts.ts";
import { type Community, cellar, grotto, harbour, idOf, meadow, personOf } from "./engine/cast.ts";
import { rowsOf, undone } from "./engine/db.ts";
import { planted } from "./engine/harness.ts";
import { dual, feedOf, fresh, seen, share, travel } from "./engine/sharing.ts";

test("whoever asked takes the question back until somebody has let the post in, and is told what still waits", async () => {
  await fresh(async (db) => {
    await db.query(`update public.tenants set sharing_review = 'all' where id = '${meadow.id}'`);
    const post = idOf("post", harbour, "members");
    const author = at("admin", harbour);
    const ask = async () =>
      ((await as(db, dual, share({ post, consent: "null" }))) as unknown as { id: string }).id;
    const agree = (id: string) =>
      as(db, author, `public.answer_share('${harbour.id}', '${id}', true, 1, 'en')`);
    const takeBack = (id: string, from: { id: string }) => `public.revoke_share('${from.id}', '${id}')`;
    const state = async (id: string) =>
      (await rowsOf<{ state: string }>(db, "select state from public.content_sharing where id = $1", [id]))[0]
        ?.state;
    type Ledger = { questions: { id: string; consent_version: number | null }[] };
    const questions = async () =>
      ((await as<Ledger>(db, dual, "public.my_shares()")) as Ledger).questions.map((line) => [
        line.id,
        line.consent_version,
      ]);

    const first = await ask();
    expect(await questions()).toEqual([[first, null]]);
    expect(await as(db, at("member", harbour), takeBack(first, harbour))).toBe("not_found:share");
    expect(await as(db, at("moderator", meadow), takeBack(first, meadow))).toBe("not_found:share");
    await as(db, dual, takeBack(first, meadow));
    expect(await state(first)).toBe("revoked");
    expect(await questions()).toEqual([]);
    // The author did nothing, and the ledger does not say so.
    type Past = { items: { id: string; ended_side: string }[] };
    expect(((await as<Past>(db, author, "public.my_shares(false)")) as Past).items).toMatchObject([
      { id: first, ended_side: "asker" },
    ]);

    const second = await ask();
    expect(await agree(second)).toBe("waiting");
    // What its author agreed to is theirs alone.
    expect(await questions()).toEqual([[second, null]]);
    await undone(db, async () => {
      await db.query("update public.posts set visibility = 'me', group_id = null where id = $1", [post]);
      expect(await questions()).toEqual([]);
    });
    await as(db, dual, takeBack(second, harbour));
    expect(await state(second)).toBe("revoked");

    const third = await ask();
    await agree(third);
    await as(db, at("moderator", meadow, true), `public.review_share('${meadow.id}', '${third}', true)`);
    expect(await as(db, dual, takeBack(third, harbour))).toBe("conflict:share_answered");
    expect(await state(third)).toBe("active");
  });
});

test("a no holds for thirty days, and not for who said it", async () => {
  await fresh(async (db) => {
    await db.query(`update public.tenants set sharing_review = 'all' where id = '${meadow.id}'`);
    const post = idOf("post", harbour, "members");
    const author = at("admin", harbour);
    await db.query(
      "insert into public.tenant_users (tenant_id, user_id, status, display_name) values ($1, $2, 'active', 'a')",
      [meadow.id, personOf(harbour, "admin")],
    );
    const ask = () => as<{ id: string }>(db, dual, share({ post, consent: "null" }));
    const obstacles = async (who: Who) => {
      const answer = await as<{ communities: { id: string; obstacle: string | null }[] }>(
        db,
        who,
        `public.share_choices('fixture-harbour', '${post}')`,
      );
      if (typeof answer === "string") throw new Error(answer);
      return answer.communities.find(({ id }) => id === meadow.id)?.obstacle ?? null;
    };
    const later =
      "update public.content_sharing set ended_at = ended_at - interval '31 days' where ended_at is not null";
    const said = (await ask()) as { id: string };
    await as(db, author, `public.answer_share('${harbour.id}', '${said.id}', false)`);
    expect(await ask()).toBe("forbidden:declined_lately");
    expect(await obstacles(dual)).toBe("declined_lately");
    expect(await obstacles(author)).toBeNull();
    await undone(db, async () => {
      await db.query(later);
      expect(await ask()).toMatchObject({ state: "asked" });
    });
    // The moderators there turn it away: its author hears the same, and they themselves may think again.
    const given = (await as(db, author, share({ post }))) as unknown as { id: string };
    await as(db, at("moderator", meadow, true), `public.review_share('${meadow.id}', '${given.id}', false)`);
    expect(await as(db, author, share({ post }))).toBe("forbidden:declined_lately");
    await undone(db, async () => {
      await db.query(
        "update public.tenant_users set role = 'moderator' where tenant_id = $1 and user_id = $2",
        [meadow.id, personOf(harbour, "admin")],
      );
      expect(await as(db, author, share({ post }))).toMatchObject({ state: "waiting" });
    });
    await db.query(later);
    expect(await as(db, author, share({ post }))).toMatchObject({ state: "waiting" });
  });
});

test("what waits at a door shows its pictures to those who decide about it, until they have", async () => {
  await fresh(async (db) => {
    const photo = `private.may_read_media('${harbour.id}', '${idOf("file", harbour, "members-photo")}')::text`;
    const moderator = at("moderator", meadow, true);
    const member = at("member", meadow, true);
    await db.query(`update public.tenants set sharing_review = 'all' where id = '${meadow.id}'`);
    const post = idOf("post", harbour, "members");
    const asked = (await as(db, dual, share({ post, consent: "null" }))) as unknown as { id: string };
    expect([await as(db, moderator, photo), await as(db, member, photo)]).toEqual(["false", "false"]);
    const answer = `public.answer_share('${harbour.id}', '${asked.id}', true, 1, 'en')`;
    expect(await as(db, at("admin", harbour), answer)).toBe("waiting");
    expect([await as(db, moderator, photo), await as(db, member, photo)]).toEqual(["true", "false"]);
    expect(await as(db, at("moderator", cellar, true), photo)).toBe("false");
    const review = (yes: boolean) => `public.review_share('${meadow.id}', '${asked.id}', ${yes})`;
    await undone(db, async () => {
      expect(await as(db, moderator, review(false))).toBe("declined");
      expect(await as(db, moderator, photo)).toBe("false");
    });
    expect(await as(db, moderator, review(true))).toBe("active");
    expect([await as(db, moderator, photo), await as(db, member, photo)]).toEqual(["true", "true"]);
  });
});

test("handing on needs a grant that allows it, and ends with it", async () => {
  await fresh(async (db) => {
    await db.query("update public.community_connections set scope = 'reshare'");
    await db.query(
      "update public.tenants set sharing_out = 'anyone', sharing_in = 'anyone', sharing_review = 'none'",
    );
    // The post is dual's; owner of meadow is made a member of the cellar, and hands it on from there.
    const carrier = personOf(meadow, "owner");
    await db.query(
      "insert into public.tenant_users (tenant_id, user_id, status, display_name) values ($1, $2, 'active', 'c')",
      [cellar.id, carrier],
    );
    const handOn = (via: string) =>
      `public.share_post('${harbour.id}', '${travel}', '${cellar.id}', 'view', null, null, null, '', '${via}')`;
    const plain = (await as<{ id: string }>(db, dual, share())) as { id: string };
    expect(await as(db, tokenOf(carrier), handOn(plain.id))).toBe("forbidden:no_reshare");
    await as(db, dual, `public.revoke_share('${harbour.id}', '${plain.id}')`);
    const open = (await as<{ id: string }>(db, dual, share({ scope: "reshare" }))) as { id: string };
    expect(await as(db, tokenOf(carrier), handOn(open.id))).toMatchObject({ state: "active" });
    expect(await seen(db, at("member", cellar), feedOf(cellar))).toBe(1);
    expect(await as(db, at("member", cellar), handOn(open.id))).toBe("not_found:post");
    await as(db, dual, `public.revoke_share('${harbour.id}', '${open.id}')`);
    expect(await seen(db, at("member", cellar), feedOf(cellar))).toBe(0);
  });
});

test("a lane belongs to the community where it is written, and closes with the grant", async () => {
  await fresh(async (db) => {
    const { id } = (await as<{ id: string }>(db, dual, share())) as { id: string };
    const comment = (who: Who, sql: string) => acting(db, who, () => db.query(sql).then(() => "said"));
    const write = (community: Community, person: string, body = "from afar") =>
      `insert into public.post_comments (tenant_id, lane_of, post_id, author_id, body)
       values ('${community.id}', '${harbour.id}', '${travel}', '${person}', '${body}')`;
    const meadowMember = personOf(meadow, "member");
    expect(await comment(tokenOf(meadowMember), write(meadow, meadowMember))).toBe("said");
    // Nobody else writes there, nor in a lane that was not opened.
    expect(await comment(at("member", harbour), write(meadow, personOf(harbour, "member")))).toBe(
      "not_found:post",
    );
    expect(await comment(dual, write(cellar, personOf(cellar, "dual")))).toBe("not_found:post");
    const lane = `(select array_agg(body)::text from public.post_comments where post_id = '${travel}' and lane_of is not null)`;
    expect(await as(db, tokenOf(meadowMember), lane)).toBe('{"from afar"}');
    expect(await as(db, at("member", harbour), lane)).toBeNull();
    const page = `public.shared_post('${meadow.id}', '${id}')`;
    const read = (await as(db, at("member", meadow, true), page)) as unknown as {
      post: { body: string; shared: { home: { slug: string }; by: string } };
      comments: { items: { body: string }[] };
      may_comment: boolean;
    };
    expect(read.post.body).toContain("canary-harbour-travel");
    expect(read.post.shared).toMatchObject({ home: { slug: "fixture-harbour" }, by: "dual", in: meadow.id });
    expect(read.comments.items.map((item) => item.body)).toEqual(["from afar"]);
    expect(read.may_comment).toBe(true);
    expect(await as(db, at("member", harbour), page)).toBeNull();
    // At home the lane is not among the comments; there only what was said at home is.
    const home = (await as(
      db,
      at("member", harbour),
      `public.post_page('${harbour.id}', '${travel}')`,
    )) as unknown as {
      comments: { items: { body: string }[] };
    };
    expect(home.comments.items.map((item) => item.body)).not.toContain("from afar");
    await db.query("select private.fold_counters()");
    const counted = "select comment_count from public.content_sharing where id = $1";
    expect(await rowsOf(db, counted, [id])).toEqual([{ comment_count: 1 }]);
    // Its own moderators take it away, those of the post's home do not.
    const [{ id: said } = { id: "" }] = await rowsOf<{ id: string }>(
      db,
      "select id from public.post_comments where lane_of is not null and post_id = $1",
      [travel],
    );
    const remove = `public.remove_comment('${meadow.id}', '${said}')`;
    expect(await as(db, at("moderator", harbour), remove)).toBe("not_found:comment");
    await undone(db, async () => expect(await as(db, at("moderator", meadow), remove)).toBe(""));
    await as(db, dual, `public.revoke_share('${harbour.id}', '${id}')`);
    expect(await as(db, tokenOf(meadowMember), lane)).toBeNull();
    expect(await as(db, tokenOf(meadowMember), page)).toBeNull();
    expect(await comment(tokenOf(meadowMember), write(meadow, meadowMember, "too late"))).toBe(
      "not_found:post",
    );
    // Read only: a grant to view opens no lane.
    await as(db, dual, share({ scope: "view" }));
    expect(await comment(tokenOf(meadowMember), write(meadow, meadowMember, "view"))).toBe("not_found:post");
  });
});

test("a connection is asked, answered and ended by those who run both sides", async () => {
  await fresh(async (db) => {
    await db.query("update public.community_connections set state = 'ended'");
    const propose = (slug: string, from = harbour) =>
      `public.propose_connection('${from.id}', '${slug}', 'out', 'comment', 'hello')`;
    const owner = at("owner", harbour);
    expect(await as(db, at("moderator", harbour), propose("fixture-meadow"))).toBe("forbidden:role");
    expect(await as(db, owner, propose("fixture-grotto"))).toBe("not_found:community");
    expect(await as(db, owner, propose("no-such-place"))).toBe("not_found:community");
    expect(await as(db, owner, propose("fixture-harbour"))).toBe("not_found:community");
    expect(await as(db, owner, propose("fixture-meadow"))).toBe(meadow.id);
    expect(await as(db, owner, propose("fixture-meadow"))).toBe("conflict:connection_exists");
    expect(await as(db, at("owner", meadow), propose("fixture-harbour", meadow))).toBe(
      "conflict:connection_exists",
    );
    const answer = (from: Community, to: Community, yes: boolean) =>
      `public.answer_connection('${from.id}', '${to.id}', ${yes})`;
    expect(await as(db, owner, answer(harbour, meadow, true))).toBe("conflict:connection_answered");
    expect(await as(db, dual, share())).toBe("forbidden:not_connected");
    await as(db, at("admin", meadow, true), answer(meadow, harbour, true));
    expect(await as(db, dual, share())).toMatchObject({ state: "active" });
    const back = share({ from: meadow, post: idOf("post", meadow, "travel"), to: harbour });
    expect(await as(db, dual, back)).toBe("forbidden:wrong_direction");
    const states = await rowsOf(
      db,
      `select direction, state, ours from public.community_connections where state <> 'ended' order by direction`,
    );
    expect(states).toEqual([
      { direction: "in", state: "accepted", ours: false },
      { direction: "out", state: "accepted", ours: true },
    ]);
  });
});

test("the twelve actors end or answer nothing of a community that is not theirs", async () => {
  await planted(async (db) => {
    const calls = [
      `public.answer_connection('${grotto.id}', '${meadow.id}', true)`,
      `public.pause_connection('${cellar.id}', '${grotto.id}', true)`,
      `public.end_connection('${cellar.id}', '${grotto.id}')`,
      `public.review_share('${grotto.id}', '${idOf("share", cellar, "travel")}', true)`,
    ];
    for (const name of [
      "outsider",
      "member",
      "moderator",
      "admin",
      "owner",
      "suspended",
      "removed",
      "bound",
    ] as const) {
      const actor = actorOf(name, harbour, meadow);
      for (const call of calls) {
        expect([name, call, await as(db, actor, call)]).toEqual([name, call, "forbidden:role"]);
      }
    }
    expect(await as(db, at("owner", cellar), calls[1] ?? "")).toBe("");
  });
});
