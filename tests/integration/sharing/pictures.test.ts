import { randomUUID } from "node:crypto";
import sharp from "sharp";
import { expect, it, vi } from "vitest";
import { POST as addPicture } from "@/app/[tenant]/api/v1/pictures/route";
import { GET as getMedia } from "@/app/[tenant]/media/[...path]/route";
import { mediaBaseFrom } from "@/lib/media/addresses";
import type { Uploaded } from "@/lib/media/schemas";
import { sql } from "../../support/stack.ts";
import { at, type Browser, call, newBrowser, openAt } from "../core/request.ts";
import { createCommunity, createPerson, dbOf, join, type Person } from "../people.ts";

vi.mock("next/headers", async () => (await import("../core/request.ts")).nextHeaders);
vi.mock("next-intl/server", async () => (await import("../core/request.ts")).nextIntl);

type Place = { id: string; slug: string };

async function browserAt(person: Person, place: Place): Promise<Browser> {
  const browser = newBrowser();
  await openAt(browser, person, place);
  return browser;
}

function read(browser: Browser, place: Place, src: string, headers = {}) {
  return call(browser, getMedia, { url: at(place.slug, src), headers }, { path: src.split("/").slice(2) });
}

async function twoPlaces() {
  const author = await createPerson("Author");
  const reader = await createPerson("Reader");
  const [home, away] = [await createCommunity(author), await createCommunity(author)];
  await join(reader, away.id);
  const db = dbOf(author);
  await db.rpc("propose_connection", { p_tenant: home.id, p_slug: away.slug });
  await db.rpc("answer_connection", { p_tenant: away.id, p_with: home.id, p_accept: true });
  return { author, reader, home, away };
}

it("a shared post's picture is read where the post is, is kept by nobody, and goes with the share", async () => {
  const { author, reader, home, away } = await twoPlaces();
  const writing = await browserAt(author, home);
  const jpeg = await sharp({ create: { width: 90, height: 60, channels: 3, background: "teal" } })
    .jpeg()
    .toBuffer();
  const sent = await call(writing, addPicture, {
    url: at(home.slug, "/api/v1/pictures"),
    method: "POST",
    body: new Uint8Array(jpeg),
  });
  const { src } = (await sent.json()) as Uploaded;
  const post = randomUUID();
  await sql(
    "insert into public.posts (tenant_id, id, author_id, visibility, body) values ($1, $2, $3, 'members', $4)",
    [home.id, post, author.id, `![](${src})`],
  );
  const shown = src.replace("/media/", mediaBaseFrom(home.id));
  const reading = await browserAt(reader, away);
  const visitor = newBrowser();
  expect((await read(reading, away, shown)).status).toBe(404);

  const { data } = await dbOf(author).rpc("share_post", {
    p_tenant: home.id,
    p_post: post,
    p_target: away.id,
    p_consent: 1,
    p_locale: "en",
  });
  const answer = await read(reading, away, shown);
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "image/webp",
    "cache-control": "private, no-store",
    "cross-origin-resource-policy": "same-origin",
  });
  expect(answer.headers.has("etag")).toBe(false);
  expect((await read(reading, away, shown, { "if-none-match": '"1"' })).status).toBe(200);
  expect((await read(visitor, away, shown)).status).toBe(404);
  expect((await read(reading, away, src)).status).toBe(404);
  // At home it is what it was.
  expect((await read(writing, home, src)).headers.get("cache-control")).toBe("private, max-age=300");

  await dbOf(author).rpc("revoke_share", { p_tenant: home.id, p_share: (data as { id: string }).id });
  const after = await read(reading, away, shown, { "if-none-match": '"1"' });
  expect([after.status, after.headers.get("cache-control")]).toEqual([404, "private, no-store"]);
});
