import { beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { withTenantApi, withViewerApi } from "@/lib/actions/with-api";
import {
  endEverywhereAction,
  endOneSessionAction,
  endSessionAction,
  signOutAction,
  signOutEverywhereAction,
} from "@/lib/auth/actions";
import { sql } from "../../support/stack.ts";
import { createCommunity, createPerson, type Person } from "../people.ts";
import {
  act,
  at,
  type Browser,
  call,
  jarOf,
  network,
  newBrowser,
  openAt,
  signedIn,
  signInTo,
} from "./request.ts";

vi.mock("next/headers", async () => (await import("./request.ts")).nextHeaders);
vi.mock("next-intl/server", async () => (await import("./request.ts")).nextIntl);

const onNetwork = withViewerApi({ input: z.object({}), run: async () => ({}) });
const onHost = withTenantApi({ permission: "community.join", input: z.object({}), run: async () => ({}) });
const byScript = { "next-action": "id" };

interface Community {
  id: string;
  slug: string;
}

let person: Person;
let laptop: Browser;
let phone: Browser;
let here: Community;
let there: Community;

/** Which of the four places still know the person: two devices on the network, two communities on the laptop. */
async function stillIn(): Promise<string[]> {
  const places: [string, () => Promise<Response>][] = [
    ["laptop", () => call(laptop, onNetwork, { url: `${network}/api/x` })],
    ["phone", () => call(phone, onNetwork, { url: `${network}/api/x` })],
    ["here", () => call(laptop, onHost, { url: `${at(here.slug)}api/v1/x` })],
    ["there", () => call(laptop, onHost, { url: `${at(there.slug)}api/v1/x` })],
  ];
  const known: string[] = [];
  for (const [name, ask] of places) if ((await ask()).status === 200) known.push(name);
  return known;
}

beforeEach(async () => {
  const owner = await createPerson("Owner");
  [here, there] = [await createCommunity(owner), await createCommunity(owner)];
  ({ person, browser: laptop } = await signedIn());
  await openAt(laptop, person, here);
  await openAt(laptop, person, there);
  const other = { ...person, sessionId: crypto.randomUUID() };
  await sql("insert into auth.sessions (id, user_id) values ($1, $2)", [other.sessionId, person.id]);
  phone = newBrowser();
  await signInTo(phone, other);
});

describe("signing out", () => {
  it("begins with being signed in everywhere", async () => {
    expect(await stillIn()).toEqual(["laptop", "phone", "here", "there"]);
  });

  it("of one community leaves the rest", async () => {
    const result = await act(laptop, { url: at(here.slug), headers: byScript }, () => endSessionAction({}));
    expect(result).toEqual({ ok: true, data: { location: "/" } });
    expect(await stillIn()).toEqual(["laptop", "phone", "there"]);
    expect(jarOf(laptop, at(here.slug)).size).toBe(0);
  });

  it("of the network ends what grew from this sign-in, and leaves the other device", async () => {
    await act(laptop, { url: network, headers: byScript }, () => signOutAction({}));
    expect(await stillIn()).toEqual(["phone"]);
    expect(jarOf(laptop, network).size).toBe(0);
  });

  it("of the network works from a tab past its hour as well", async () => {
    await signInTo(laptop, person, -60);
    await act(laptop, { url: network, headers: byScript }, () => signOutAction({}));
    expect(await stillIn()).toEqual(["phone"]);
    expect(jarOf(laptop, network).size).toBe(0);
  });

  it("of everything, on the network host, ends all four at once", async () => {
    const result = await act(laptop, { url: network, headers: byScript }, () => signOutEverywhereAction({}));
    expect(result).toEqual({ ok: true, data: { location: "/" } });
    expect(await stillIn()).toEqual([]);
    expect(jarOf(laptop, network).size).toBe(0);
  });

  it("of everything, on a community's host, ends all four at once", async () => {
    const result = await act(laptop, { url: at(here.slug), headers: byScript }, () =>
      endEverywhereAction({}),
    );
    expect(result).toEqual({ ok: true, data: { location: "/" } });
    expect(await stillIn()).toEqual([]);
  });

  it("ends one session of the list, and nobody else's", async () => {
    const [row] = await sql<{ id: string }>(
      "select id from private.host_sessions where user_id = $1 and tenant_id = $2",
      [person.id, there.id],
    );
    const id = row?.id ?? "";
    const end = (browser: Browser) =>
      act(browser, { url: network, headers: byScript }, () => endOneSessionAction({ kind: "host", id }));
    const stranger = await signedIn();
    expect(await end(stranger.browser)).toMatchObject({ ok: false, error: { code: "not_found" } });
    expect(await stillIn()).toContain("there");
    expect(await end(laptop)).toMatchObject({ ok: true });
    expect(await stillIn()).toEqual(["laptop", "phone", "here"]);
  });
});
