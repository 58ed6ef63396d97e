import { randomUUID } from "node:crypto";
import sharp from "sharp";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { xml2js } from "xml-js";
import { GET as eventFile } from "@/app/[tenant]/(public)/events/[id]/event.ics/route";
import { GET as eventPicture } from "@/app/[tenant]/(public)/events/[id]/og.png/route";
import { GET as postPicture } from "@/app/[tenant]/(public)/p/[id]/og.png/route";
import { GET as calendar } from "@/app/[tenant]/events.ics/route";
import { GET as atom } from "@/app/[tenant]/feed.atom/route";
import { GET as jsonFeed } from "@/app/[tenant]/feed.json/route";
import { GET as picture } from "@/app/[tenant]/og.png/route";
import { GET as robots } from "@/app/[tenant]/robots.txt/route";
import { GET as sitemap } from "@/app/[tenant]/sitemap/route";
import { GET as networkPicture } from "@/app/network/og.png/route";
import { GET as networkRobots } from "@/app/network/robots.txt/route";
import { GET as networkSitemap } from "@/app/network/sitemap/route";
import { storableHostileTitles } from "../../support/hostile-titles.ts";
import { sql } from "../../support/stack.ts";
import { at, call, network, newBrowser, openAt } from "../core/request.ts";
import { createCommunity, createPerson, type Person } from "../people.ts";

vi.mock("next/headers", async () => (await import("../core/request.ts")).nextHeaders);
vi.mock("next-intl/server", async () => (await import("../core/request.ts")).nextIntl);

type Handler = Parameters<typeof call>[1];
type Island = { id: string; slug: string };

const FILES: [string, Handler][] = [
  ["/feed.atom", atom],
  ["/feed.json", jsonFeed],
  ["/events.ics", calendar],
  ["/og.png", picture],
  ["/sitemap.xml", sitemap],
];

let owner: Person;
let open: Island;
let posts: { id: string; title: string }[];
let event: string;

async function addPost(
  island: Island,
  title: string | null,
  more: { visibility?: string; at?: number } = {},
) {
  const id = randomUUID();
  await sql(
    `insert into public.posts (tenant_id, id, author_id, title, body, visibility, created_at)
     values ($1, $2, $3, $4, $5, $6, now() - make_interval(secs => $7))`,
    [island.id, id, owner.id, title, title ?? "Words", more.visibility ?? "public", more.at ?? 0],
  );
  return id;
}

async function addEvent(island: Island, visibility: string) {
  const id = randomUUID();
  await sql(
    `insert into public.events (tenant_id, id, organizer_id, title, visibility, starts_local, ends_local, time_zone)
     values ($1, $2, $3, 'Regatta', $4, '2099-07-01 19:00', '2099-07-01 21:00', 'Europe/Madrid')`,
    [island.id, id, owner.id, visibility],
  );
  return id;
}

beforeAll(async () => {
  owner = await createPerson("Owner");
  open = await createCommunity(owner);
  posts = [];
  for (const [n, title] of storableHostileTitles.entries()) {
    posts.push({ id: await addPost(open, title, { at: n }), title });
  }
  event = await addEvent(open, "public");
});

const get = (handler: Handler, url: string, params = {}, headers = {}) =>
  call(newBrowser(), handler, { url, headers }, params);

/** An answer without what differs between any two requests. */
async function essence(response: Response): Promise<string> {
  const body = (await response.text()).replace(/"request_id":"[^"]+"/, "");
  const kept = response.headers.get("cache-control");
  return JSON.stringify([response.status, response.headers.get("content-type"), kept, body]);
}

describe("a public community", () => {
  it.each(FILES)("gives everybody %s to keep, and says when a copy is still right", async (path, handler) => {
    const first = await get(handler, at(open.slug, path));
    expect(first.status).toBe(200);
    expect(first.headers.get("cache-control")).toMatch(/^public, max-age=\d+$/);
    const etag = first.headers.get("etag") ?? "";
    const again = await get(handler, at(open.slug, path), {}, { "if-none-match": etag });
    expect([again.status, await again.text()]).toEqual([304, ""]);
  });

  it("answers a member exactly as everybody", async () => {
    const browser = newBrowser();
    await openAt(browser, owner, open);
    await addPost(open, "For members", { visibility: "members" });
    for (const [path, handler] of FILES) {
      const mine = await call(browser, handler, { url: at(open.slug, path) });
      const theirs = await get(handler, at(open.slug, path));
      expect([path, await essence(mine)]).toEqual([path, await essence(theirs)]);
    }
  });

  it("has its newest thirty public posts in well-formed feeds", async () => {
    const feed = (await (await get(jsonFeed, at(open.slug, "/feed.json"))).json()) as {
      items: { id: string }[];
    };
    expect(feed.items.map(({ id }) => id)).toEqual(posts.slice(0, 30).map(({ id }) => `urn:uuid:${id}`));
    const text = await (await get(atom, at(open.slug, "/feed.atom"))).text();
    expect(() => xml2js(text)).not.toThrow();
    expect(text).not.toContain("For members");
  });

  it("has a picture of 1200 x 630 for itself, its events and posts of any title", async () => {
    const pictures = [
      await get(picture, at(open.slug, "/og.png")),
      await get(eventPicture, at(open.slug, `/events/${event}/og.png`), { id: event }),
      ...(await Promise.all(
        posts.slice(0, 12).map(({ id }) => get(postPicture, at(open.slug, `/p/${id}/og.png`), { id })),
      )),
    ];
    for (const drawn of pictures) {
      const { format, width, height } = await sharp(Buffer.from(await drawn.arrayBuffer())).metadata();
      expect([format, width, height]).toEqual(["png", 1200, 630]);
    }
  });

  it("gives one event to add to a calendar, and all in one to subscribe to", async () => {
    const hidden = await addEvent(open, "members");
    const one = await get(eventFile, at(open.slug, `/events/${event}/event.ics`), { id: event });
    expect(one.headers.get("content-disposition")).toContain("attachment");
    const text = await one.text();
    expect(text).toContain(`UID:${event}\r\n`);
    expect(text).toContain("DTSTART:20990701T170000Z");
    const all = await (await get(calendar, at(open.slug, "/events.ics"))).text();
    expect(all).toContain(event);
    expect(all).not.toContain(hidden);
  });

  it("that was renamed sends readers on to its new address", async () => {
    const island = await createCommunity(await createPerson("Renamer"));
    await sql("update public.tenants set slug = $2 where id = $1", [island.id, `${island.slug}-new`]);
    await sql("insert into public.tenant_former_slugs (tenant_id, slug) values ($1, $2)", [
      island.id,
      island.slug,
    ]);
    await expect(get(atom, at(island.slug, "/feed.atom"))).rejects.toMatchObject({
      digest: expect.stringContaining(`${at(`${island.slug}-new`, "/feed.atom")};308`),
    });
  });

  it("lists its addresses, in parts where there are more than five thousand", async () => {
    const island = await createCommunity(owner);
    const first = await addPost(island, "First", { at: 1_000_000 });
    await sql(
      `insert into public.posts (tenant_id, author_id, title, body, visibility, created_at)
       select $1, $2, 'n', 'n', 'public', now() - make_interval(secs => n) from generate_series(1, 5000) n`,
      [island.id, owner.id],
    );
    const locations = async (path: string) =>
      [...(await (await get(sitemap, at(island.slug, path))).text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map(
        ([, url]) => new URL(url ?? ""),
      );
    const parts = await locations("/sitemap.xml");
    expect(parts.length).toBe(2);
    const pages = (
      await Promise.all(parts.map(({ pathname, search }) => locations(pathname + search)))
    ).flat();
    const found = pages.map(({ pathname }) => pathname).filter((path) => path.startsWith("/p/"));
    expect([found.length, new Set(found).size, found[0]]).toEqual([5001, 5001, `/p/${first}`]);
    expect(pages.map(({ pathname }) => pathname)).toContain("/about");
    const foreign = await get(sitemap, at(island.slug, "/sitemap.xml?from=nonsense"));
    expect(foreign.status).toBe(422);
  });

  it("loses what is removed, hidden or closed with the next request", async () => {
    const island = await createCommunity(owner);
    const [gone, hidden] = [await addPost(island, "Gone"), await addPost(island, "Hidden")];
    const missing = await essence(
      await get(postPicture, at(island.slug, "/p/x/og.png"), { id: randomUUID() }),
    );
    const pictureNow = async (id: string) =>
      essence(await get(postPicture, at(island.slug, `/p/${id}/og.png`), { id }));
    expect(await pictureNow(gone)).toContain("image/png");
    await sql("update public.posts set deleted_at = now(), removed_by = 'author' where id = $1", [gone]);
    await sql("update public.posts set visibility = 'members' where id = $1", [hidden]);
    expect(await pictureNow(gone)).toBe(missing);
    expect(await pictureNow(hidden)).toBe(missing);
    for (const [path, handler] of FILES) {
      const text = await (await get(handler, at(island.slug, path))).text();
      for (const id of [gone, hidden]) expect(text).not.toContain(id);
    }
    await sql("update public.tenants set privacy = 'private' where id = $1", [island.id]);
    for (const [path, handler] of FILES) {
      expect([path, (await get(handler, at(island.slug, path))).status]).toEqual([path, 404]);
    }
  });
});

describe("private and secret communities", () => {
  it.each(["private", "secret"])("%s: nobody gets any of it, members neither", async (privacy) => {
    const closed = await createCommunity(owner, { privacy });
    const id = await addPost(closed, "Kept", { visibility: "members" });
    const browser = newBrowser();
    await openAt(browser, owner, closed);
    const files: [string, Handler][] = [...FILES, [`/p/${id}/og.png`, postPicture]];
    for (const [path, handler] of files) {
      const unknown = await essence(await get(handler, at("no-such-island", path), { id }));
      expect(JSON.parse(unknown)[0]).toBe(404);
      const visitor = await get(handler, at(closed.slug, path), { id });
      const member = await call(browser, handler, { url: at(closed.slug, path) }, { id });
      expect([path, await essence(visitor), await essence(member)]).toEqual([path, unknown, unknown]);
    }
  });

  it("robots.txt closes a private and a paused one; a secret one has none, as one that is not there", async () => {
    const ask = (slug: string) => get(robots, at(slug, "/robots.txt"));
    const hidden = await createCommunity(owner, { privacy: "private" });
    const secret = await createCommunity(owner, { privacy: "secret" });
    const paused = await createCommunity(owner);
    await sql("update public.tenants set status = 'suspended' where id = $1", [paused.id]);
    for (const { slug } of [hidden, paused]) {
      expect(await (await ask(slug)).text()).toBe("User-agent: *\nDisallow: /\n");
    }
    expect(await essence(await ask(secret.slug))).toBe(await essence(await ask("no-such-island")));
    expect(await (await ask(open.slug)).text()).toContain(`Sitemap: ${at(open.slug, "/sitemap.xml")}`);
    for (const [path, handler] of FILES) {
      expect([path, (await get(handler, at(paused.slug, path))).status]).toEqual([path, 503]);
    }
  });
});

describe("the network", () => {
  it("lists public communities, each at its own address", async () => {
    const hidden = await createCommunity(owner, { privacy: "private" });
    const owned = await createCommunity(owner);
    const domain = `${owned.slug}.example`;
    await sql(
      `insert into public.tenant_domains (tenant_id, domain, status, is_primary, verified_at)
       values ($1, $2, 'active', true, now())`,
      [owned.id, domain],
    );
    const text = await (await get(networkSitemap, `${network}/sitemap.xml`)).text();
    expect(text).toContain(`<loc>http://${domain}:3000/</loc>`);
    expect(text).toContain(`<loc>${at(open.slug)}</loc>`);
    expect(text).not.toContain(hidden.slug);
    expect(text).not.toContain(at(owned.slug));
    const feed = (await (await get(jsonFeed, at(owned.slug, "/feed.json"))).json()) as { feed_url: string };
    expect(feed.feed_url).toBe(`http://${domain}:3000/feed.json`);
  });

  it("has a robots.txt and a picture of its own", async () => {
    const text = await (await get(networkRobots, `${network}/robots.txt`)).text();
    expect(text).toContain(`Sitemap: ${network}/sitemap.xml`);
    const drawn = await get(networkPicture, `${network}/og.png`);
    expect((await sharp(Buffer.from(await drawn.arrayBuffer())).metadata()).width).toBe(1200);
  });
});
