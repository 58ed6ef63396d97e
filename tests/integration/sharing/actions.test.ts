import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { createCommentAction } from "@/lib/comments/actions";
import {
  answerShareAction,
  revokeShareAction,
  revokeShareHereAction,
  sharePostAction,
} from "@/lib/sharing/actions";
import { sql } from "../../support/stack.ts";
import { act, at, type Browser, network, newBrowser, openAt, signInTo } from "../core/request.ts";
import { createCommunity, createPerson, dbOf, join, type Person } from "../people.ts";

vi.mock("next/headers", async () => (await import("../core/request.ts")).nextHeaders);
vi.mock("next-intl/server", async () => (await import("../core/request.ts")).nextIntl);
vi.mock("next/cache", () => ({ refresh: () => undefined }));

type Place = { id: string; slug: string };
let [author, friend, reader]: Person[] = [];
let home: Place;
let away: Place;
let apart: Place;
const browsers = new Map<string, Browser>();

function person(of: Person | undefined): Person {
  if (!of) throw new Error("nobody");
  return of;
}

/** The browser of somebody who is signed in everywhere they need to be. */
function browserOf(of: Person | undefined): Browser {
  const browser = browsers.get(person(of).id);
  if (!browser) throw new Error("no browser");
  return browser;
}

beforeAll(async () => {
  [author, friend, reader] = [
    await createPerson("Author"),
    await createPerson("Friend"),
    await createPerson("Reader"),
  ];
  const owner = await createPerson("Owner");
  [home, away, apart] = [
    await createCommunity(owner),
    await createCommunity(owner),
    await createCommunity(owner),
  ];
  for (const place of [home, away, apart]) {
    await join(person(author), place.id);
    await join(person(friend), place.id);
  }
  await join(person(reader), away.id);
  const db = dbOf(owner);
  await db.rpc("propose_connection", { p_tenant: home.id, p_slug: away.slug });
  await db.rpc("answer_connection", { p_tenant: away.id, p_with: home.id, p_accept: true });
  for (const one of [author, friend, reader]) {
    const browser = newBrowser();
    browsers.set(person(one).id, browser);
    await signInTo(browser, person(one));
    await openAt(browser, person(one), home);
    await openAt(browser, person(one), away);
  }
});

async function post(visibility = "members"): Promise<string> {
  const id = randomUUID();
  const { error } = await dbOf(person(author))
    .from("posts")
    .insert({ tenant_id: home.id, id, author_id: person(author).id, visibility, body: "Tides" });
  if (error) throw new Error(error.message);
  return id;
}

/** A form as a browser sends it. */
function form(fields: Record<string, string | string[]>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) data.append(name, one);
  }
  return data;
}

type Fields = Record<string, string | string[]>;
const share = (by: Person | undefined, id: string, fields: Fields) =>
  act(browserOf(by), { url: network }, () =>
    sharePostAction(null, form({ tenant: home.id, post: id, scope: "comment", days: "0", ...fields })),
  );

async function stored(id: string) {
  return sql<{ id: string; state: string; scope: string; note: string; expires_at: Date | null }>(
    "select id, state, scope, note, expires_at from public.content_sharing where post_id = $1 order by id",
    [id],
  );
}

describe("sharing a post", () => {
  it("tries each community by itself and says what became of each", async () => {
    const id = await post();
    const answer = await share(author, id, {
      target: [away.id, apart.id],
      consent: "1",
      locale: "es",
      days: "7",
    });
    expect(answer).toMatchObject({
      ok: true,
      data: {
        again: null,
        results: [
          { target: away.id, state: "active" },
          { target: apart.id, refused: { reason: "not_connected" } },
        ],
        chosen: { target: [away.id, apart.id], scope: "comment", days: 7 },
      },
    });
    const [row, ...others] = await stored(id);
    expect(others).toEqual([]);
    expect(row).toMatchObject({ state: "active", scope: "comment" });
    const days = ((row?.expires_at?.getTime() ?? 0) - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(7);
  });

  it("shares nothing without the consent of its author, or with words of before, and keeps what was chosen", async () => {
    const id = await post();
    const chosen = { target: away.id, scope: "view", days: "30" };
    expect(await share(author, id, chosen)).toMatchObject({
      ok: true,
      data: { again: "consent_needed", results: [], chosen: { target: [away.id], scope: "view", days: 30 } },
    });
    expect(await share(author, id, { ...chosen, consent: "7" })).toMatchObject({
      ok: true,
      data: { again: "consent_changed", results: [], chosen: { target: [away.id], scope: "view" } },
    });
    expect(await stored(id)).toEqual([]);
    expect(await share(author, id, { ...chosen, consent: "1" })).toMatchObject({
      ok: true,
      data: { again: null, results: [{ state: "active" }] },
    });
  });

  it("refuses what names no community, what is not for others, and what one may not see", async () => {
    const id = await post();
    expect(await share(author, id, {})).toMatchObject({
      ok: false,
      error: { code: "invalid", fields: { target: "choose_community" } },
    });
    const own = await post("me");
    expect(await share(author, own, { target: away.id, consent: "1" })).toMatchObject({
      ok: true,
      data: { results: [{ refused: { reason: "narrow_audience" } }] },
    });
    expect(await share(reader, id, { target: away.id })).toMatchObject({
      ok: true,
      data: { results: [{ refused: { reason: "post" } }] },
    });
    expect(await stored(id)).toEqual([]);
    const elsewhere = await act(browserOf(author), { url: at(home.slug) }, () =>
      sharePostAction({ tenant: home.id, post: id, target: away.id, consent: 1 }),
    );
    expect(elsewhere).toMatchObject({ ok: false, error: { code: "not_found" } });
  });
});

describe("somebody else's post", () => {
  const answer = (id: string, accept: string, consent?: string) =>
    act(browserOf(author), { url: network }, () =>
      answerShareAction(null, form({ tenant: home.id, share: id, accept, ...(consent ? { consent } : {}) })),
    );

  it("waits for its author, who agrees in words that stand", async () => {
    const id = await post();
    const asked = await share(friend, id, { target: away.id, note: "  They would like it  " });
    expect(asked).toMatchObject({ ok: true, data: { results: [{ state: "asked" }] } });
    const [row] = await stored(id);
    expect(row).toMatchObject({ state: "asked", note: "They would like it" });
    expect(await answer(row?.id ?? "", "true")).toMatchObject({
      ok: true,
      data: { again: "consent_needed" },
    });
    expect(await answer(row?.id ?? "", "true", "9")).toMatchObject({ data: { again: "consent_changed" } });
    expect((await stored(id))[0]?.state).toBe("asked");
    expect(await answer(row?.id ?? "", "true", "1")).toMatchObject({ ok: true, data: { again: null } });
    expect((await stored(id))[0]?.state).toBe("active");
    expect(await answer(row?.id ?? "", "true", "1")).toMatchObject({
      ok: false,
      error: { reason: "share_answered" },
    });
  });

  it("is asked for no longer when whoever asked takes the question back", async () => {
    const id = await post();
    await share(friend, id, { target: away.id });
    const [row] = await stored(id);
    const takeBack = (by: Person | undefined) =>
      act(browserOf(by), { url: network }, () =>
        revokeShareAction(null, form({ tenant: away.id, share: row?.id ?? "" })),
      );
    expect(await takeBack(reader)).toMatchObject({ ok: false, error: { code: "not_found" } });
    expect(await takeBack(friend)).toMatchObject({ ok: true });
    expect((await stored(id))[0]?.state).toBe("revoked");
    expect(await answer(row?.id ?? "", "true", "1")).toMatchObject({
      ok: false,
      error: { reason: "share_answered" },
    });
    expect(await share(friend, id, { target: away.id })).toMatchObject({
      ok: true,
      data: { results: [{ state: "asked" }] },
    });
  });

  it("stays where it is when its author declines, without consent to anything", async () => {
    const id = await post();
    await share(friend, id, { target: away.id });
    const [row] = await stored(id);
    expect(await answer(row?.id ?? "", "false")).toMatchObject({ ok: true });
    expect((await stored(id))[0]?.state).toBe("declined");
  });
});

describe("a share", () => {
  async function shared(): Promise<{ id: string; share: string }> {
    const id = await post();
    await share(author, id, { target: away.id, consent: "1" });
    return { id, share: (await stored(id))[0]?.id ?? "" };
  }
  const say = (by: Person | undefined, id: string) =>
    act(browserOf(by), { url: at(away.slug) }, () =>
      createCommentAction({ postId: id, lane: home.id, body: "From afar" }),
    );

  it("opens a lane for the members there, which closes when its author takes it back", async () => {
    const { id, share: given } = await shared();
    expect(await say(reader, id)).toMatchObject({ ok: true });
    const [said] = await sql<{ tenant_id: string; lane_of: string }>(
      "select tenant_id, lane_of from public.post_comments where post_id = $1",
      [id],
    );
    expect(said).toEqual({ tenant_id: away.id, lane_of: home.id });
    const takeBack = (by: Person | undefined) =>
      act(browserOf(by), { url: network }, () => revokeShareAction({ tenant: home.id, share: given }));
    expect(await takeBack(reader)).toMatchObject({ ok: false, error: { code: "not_found" } });
    expect(await takeBack(author)).toMatchObject({ ok: true });
    expect(await takeBack(author)).toMatchObject({ ok: true });
    expect(await say(reader, id)).toMatchObject({ ok: false, error: { code: "not_found" } });
  });

  it("is taken back at home by its author, and there by who looks after the community alone", async () => {
    const { id, share: given } = await shared();
    const here = (by: Person | undefined, place: Place) =>
      act(browserOf(by), { url: at(place.slug) }, () =>
        revokeShareHereAction({ share: given, reason: " Off topic " }),
      );
    expect(await here(reader, away)).toMatchObject({ ok: false, error: { code: "not_found" } });
    await sql("update public.tenant_users set role = 'moderator' where tenant_id = $1 and user_id = $2", [
      away.id,
      person(reader).id,
    ]);
    expect(await here(reader, away)).toMatchObject({ ok: true });
    expect((await stored(id))[0]?.state).toBe("revoked");
    expect(
      await sql("select reason from public.audit_logs where action = 'share.revoked' and target_id = $1", [
        given,
      ]),
    ).toEqual([{ reason: "Off topic" }]);
    const again = await shared();
    const own = await act(browserOf(author), { url: at(home.slug) }, () =>
      revokeShareHereAction({ share: again.share }),
    );
    expect(own).toMatchObject({ ok: true });
    expect((await stored(again.id))[0]?.state).toBe("revoked");
  });
});
