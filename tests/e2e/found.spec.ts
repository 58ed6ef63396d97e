import sharp from "sharp";
import { xml2js } from "xml-js";
import { storableHostileTitles } from "../support/hostile-titles.ts";
import { expect, test } from "./fixtures.ts";
import { SignIn } from "./pages/sign-in.ts";
import { PLACES, TANGO } from "./places.ts";
import { network, subdomain } from "./support.ts";
import { type Answer, ask } from "./wire.ts";
import { makeCommunity, makePeople, postId, withDatabase } from "./world.ts";

const FILES = ["/feed.atom", "/feed.json", "/events.ics", "/og.png", "/sitemap.xml"] as const;

/** An answer without what differs between any two requests. */
const essence = ({ status, headers, body }: Answer) =>
  JSON.stringify([
    status,
    headers["content-type"],
    headers["cache-control"],
    body.replace(/"request_id":"[^"]+"/, ""),
  ]);

for (const { where, at } of PLACES) {
  test(`a public community is found and read elsewhere, ${where}, by its own domain`, async () => {
    const home = await ask(at(TANGO));
    expect(home.body).toContain(`<link rel="canonical" href="${PLACES[1].at(TANGO)}"/>`);
    expect(home.body).toContain(`content="${PLACES[1].at(TANGO, "/og.png")}"`);
    expect(home.body).toContain('type="application/atom+xml"');
    expect(home.body).toMatch(/<script type="application\/ld\+json" nonce="[^"]+">/);
    expect(home.body).not.toContain('name="robots" content="noindex');

    expect((await ask(at(TANGO, "/robots.txt"))).body).toContain(
      `Sitemap: ${PLACES[1].at(TANGO, "/sitemap.xml")}`,
    );
    const sitemap = await ask(at(TANGO, "/sitemap.xml"));
    const pages = [...sitemap.body.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => url ?? "");
    expect(pages).toContain(PLACES[1].at(TANGO));
    const posts = pages.filter((url) => url.includes("/p/"));
    expect(posts.length).toBeGreaterThan(0);

    for (const file of FILES) {
      const answer = await ask(at(TANGO, file));
      expect([file, answer.status]).toEqual([file, 200]);
      expect(answer.headers["cache-control"]).toMatch(/^public, max-age=\d+$/);
      expect(answer.headers["set-cookie"]).toBeUndefined();
      const again = await ask(at(TANGO, file), { headers: { "if-none-match": answer.headers.etag ?? "" } });
      expect([file, again.status, again.bytes.length]).toEqual([file, 304, 0]);
    }
    const { format, width, height } = await sharp((await ask(at(TANGO, "/og.png"))).bytes).metadata();
    expect([format, width, height]).toEqual(["png", 1200, 630]);
  });
}

test("the network has its own, with public communities alone", async () => {
  const home = await ask(network("/"));
  expect(home.body).toContain(`<link rel="canonical" href="${network("/")}"/>`);
  expect((await ask(network("/communities?q=tango"))).body).toContain(
    '<meta name="robots" content="noindex"/>',
  );
  expect((await ask(network("/sign-in"))).body).toContain('<meta name="robots" content="noindex"/>');
  const sitemap = (await ask(network("/sitemap.xml"))).body;
  expect(sitemap).toContain(`<loc>${PLACES[1].at(TANGO)}</loc>`);
  expect(sitemap).toContain(`<loc>${subdomain("harbour")}</loc>`);
  for (const slug of ["lantern", "bustan", "forge"]) expect(sitemap).not.toContain(slug);
  expect((await ask(network("/robots.txt"))).body).toContain(`Sitemap: ${network("/sitemap.xml")}`);
  expect((await sharp((await ask(network("/og.png"))).bytes).metadata()).width).toBe(1200);
});

test("nothing of private, secret and paused communities is found, by members neither", async ({ page }) => {
  const [ana] = await makePeople("Ana");
  const member = [{ person: ana, role: "owner" as const }];
  const posts = [{ by: ana, title: "Kept", body: "Kept", visibility: "public" as const }];
  const closed = await makeCommunity({ privacy: "private", domain: null, members: member });
  const secret = await makeCommunity({ privacy: "secret", domain: null, members: member });
  const paused = await makeCommunity({ status: "suspended", domain: null, members: member, posts });
  const nowhere = { slug: "no-such-island" };
  await new SignIn(page).at(subdomain(secret.slug), ana);
  const cookie = (await page.context().cookies(subdomain(secret.slug)))
    .map(({ name, value }) => `${name}=${value}`)
    .join("; ");
  for (const file of [...FILES, "/p/00000000-0000-4000-8000-000000000000/og.png"]) {
    const missing = essence(await ask(subdomain(nowhere.slug, file)));
    expect(JSON.parse(missing)[0]).toBe(404);
    expect(essence(await ask(subdomain(secret.slug, file)))).toBe(missing);
    expect(essence(await ask(subdomain(secret.slug, file), { headers: { cookie } }))).toBe(missing);
    expect(essence(await ask(subdomain(closed.slug, file)))).toBe(missing);
    expect((await ask(subdomain(paused.slug, file))).status).toBe(503);
  }
  const robots = (slug: string) => ask(subdomain(slug, "/robots.txt"));
  expect(essence(await robots(secret.slug))).toBe(essence(await robots(nowhere.slug)));
  for (const { slug } of [closed, paused])
    expect((await robots(slug)).body).toBe("User-agent: *\nDisallow: /\n");
  const home = await ask(subdomain(closed.slug));
  expect(home.body).toContain('<meta name="robots" content="noindex"/>');
  expect(home.body).not.toMatch(/og:image|ld\+json|feed\.atom/);
});

test("what titles hold stays a title everywhere, and what is removed is gone with the next request", async () => {
  const [ana] = await makePeople("Ana");
  const titles = storableHostileTitles;
  const isle = await makeCommunity({
    domain: null,
    members: [{ person: ana, role: "owner" }],
    posts: [
      ...titles.map((title) => ({ by: ana, title, body: title, visibility: "public" as const })),
      { by: ana, title: "Members only", body: "Members only" },
    ],
  });
  const feed = JSON.parse((await ask(subdomain(isle.slug, "/feed.json"))).body) as {
    items: { url: string }[];
  };
  expect(feed.items.length).toBe(30);
  const atom = (await ask(subdomain(isle.slug, "/feed.atom"))).body;
  expect(() => xml2js(atom)).not.toThrow();
  expect(atom).not.toContain("Members only");
  for (const [n] of titles.entries()) {
    const path = `/p/${postId(isle.slug, `p${n}`)}`;
    const { body: text } = await ask(subdomain(isle.slug, path));
    const [, data = ""] = /<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/s.exec(text) ?? [];
    expect(JSON.parse(data)).toMatchObject({ "@type": "DiscussionForumPosting", headline: titles[n] });
    const picture = await sharp((await ask(subdomain(isle.slug, `${path}/og.png`))).bytes).metadata();
    expect([picture.width, picture.height]).toEqual([1200, 630]);
  }

  const members = `/p/${postId(isle.slug, `p${titles.length}`)}`;
  const first = `/p/${postId(isle.slug, "p0")}`;
  const missing = essence(await ask(subdomain(isle.slug, "/p/00000000-0000-4000-8000-000000000000/og.png")));
  expect(essence(await ask(subdomain(isle.slug, `${members}/og.png`)))).toBe(missing);
  expect(feed.items.map(({ url }) => url)).toContain(subdomain(isle.slug, first));
  await withDatabase((client) =>
    client.query("update public.posts set deleted_at = now(), removed_by = 'author' where id = $1", [
      postId(isle.slug, "p0"),
    ]),
  );
  expect(essence(await ask(subdomain(isle.slug, `${first}/og.png`)))).toBe(missing);
  for (const file of ["/feed.json", "/feed.atom", "/sitemap.xml"]) {
    expect((await ask(subdomain(isle.slug, file))).body).not.toContain(first);
  }
});

test("an event goes to a calendar", async ({ page }) => {
  await page.goto(subdomain("harbour", "/events"));
  await expect(page.getByRole("link", { name: "Subscribe to this calendar" })).toHaveAttribute(
    "href",
    "/events.ics",
  );
  const calendar = (await ask(subdomain("harbour", "/events.ics"))).body;
  const [, event = ""] = /UID:([0-9a-f-]{36})/.exec(calendar) ?? [];
  await page.goto(subdomain("harbour", `/events/${event}`));
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Add to calendar" }).click();
  expect((await download).suggestedFilename()).toBe("event.ics");
  const one = await ask(subdomain("harbour", `/events/${event}/event.ics`));
  expect(one.body.match(/BEGIN:VEVENT/g)?.length).toBe(1);
  expect(one.body).toContain(`UID:${event}\r\n`);
});
