import { beforeAll, expect, test, vi } from "vitest";
import { sql } from "../../support/stack.ts";
import { type Browser, call, network, newBrowser, signedIn } from "../core/request.ts";
import { createCommunity, type Person } from "../people.ts";

vi.mock("next/headers", async () => (await import("../core/request.ts")).nextHeaders);
vi.mock("next-intl/server", async () => (await import("../core/request.ts")).nextIntl);

const { GET } = await import("@/app/network/api/content/cross-community/route");
const { GET: NEWS } = await import("@/app/network/api/content/cross-community/news/route");
const { GET: WHY } = await import("@/app/network/api/content/cross-community/why/route");

interface Page {
  items: { id: string; title: string; tenant_id: string }[];
  next: string | null;
  asOf: string;
  missing: { slug: string; status: string }[];
}

let person: Person;
let browser: Browser;
let one: { id: string; slug: string };
let two: { id: string; slug: string };

const url = `${network}/api/content/cross-community`;
const get = (search: string, who = browser) => call(who, GET, { url: `${url}${search}` });
const page = async (search: string) => (await (await get(search)).json()) as Page;

beforeAll(async () => {
  ({ person, browser } = await signedIn());
  [one, two] = [await createCommunity(person), await createCommunity(person)];
  for (const [n, { id }] of [one, two, one, two].entries())
    await sql(
      `insert into public.posts (tenant_id, author_id, title, body, visibility, created_at)
       values ($1, $2, $3, 'Words', 'members', now() - make_interval(mins => $4))`,
      [id, person.id, `post ${n}`, n + 1],
    );
});

test("the feed of all one's communities as JSON, page by page, in either order", async () => {
  for (const order of ["time", "balanced"]) {
    const first = await page(`?limit=3&order=${order}`);
    expect(first.items.map(({ title }) => title)).toEqual(["post 0", "post 1", "post 2"]);
    const second = await page(`?limit=3&order=${order}&before=${first.next}`);
    expect([second.items.map(({ title }) => title), second.next]).toEqual([["post 3"], null]);
  }
  expect((await page(`?c=${two.slug}`)).items.map(({ title }) => title)).toEqual(["post 1", "post 3"]);
});

test("a community that does not answer is named, and the rest is there", async () => {
  await sql("update public.tenants set status = 'suspended' where id = $1", [two.id]);
  const left = await page("");
  expect(left.items.map(({ title }) => title)).toEqual(["post 0", "post 2"]);
  expect(left.missing).toMatchObject([{ slug: two.slug, status: "suspended" }]);
  await sql("update public.tenants set status = 'active' where id = $1", [two.id]);
  expect((await page("")).missing).toEqual([]);
});

test("nobody else is answered, and what is not understood is refused", async () => {
  expect((await get("", newBrowser())).status).toBe(401);
  const stranger = (await signedIn()).browser;
  expect(((await (await get(`?c=${one.slug}`, stranger)).json()) as Page).items).toEqual([]);
  for (const search of ["?order=loud", "?before=x", "?tenant=x", "?view=x", "?limit=0", "?only=me"])
    expect((await get(search)).status, search).toBe(422);
  const absent = "00000000-0000-7000-8000-000000000001";
  expect((await get(`?view=${absent}`)).status).toBe(404);
});

test("what came since, and why something is there, are asked beside it", async () => {
  const { asOf, items } = await page("?limit=1");
  const news = await call(browser, NEWS, { url: `${url}/news?${new URLSearchParams({ at: asOf })}` });
  expect(await news.json()).toEqual({ count: 0 });
  const why = (who: Browser) =>
    call(who, WHY, { url: `${url}/why?home=${items[0]?.tenant_id}&post=${items[0]?.id}` });
  expect(await (await why(browser)).json()).toMatchObject({ reasons: [{ community: { slug: one.slug } }] });
  expect(await (await why((await signedIn()).browser)).json()).toEqual({ reasons: [] });
});
