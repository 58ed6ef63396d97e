import { expect, test } from "./fixtures.ts";
import { SignIn } from "./pages/sign-in.ts";
import { TANGO } from "./places.ts";
import { expectSafe } from "./safe-headers.ts";
import { DEMO_PASSWORD, network, ownDomain, subdomain } from "./support.ts";
import { ask } from "./wire.ts";
import { postId } from "./world.ts";

type Kept = "nobody" | "browser";

interface Row {
  what: string;
  url: string;
  status: number;
  kept?: Kept;
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

const ABSENT = "00000000-0000-4000-8000-000000000000";
const tango = (path: string) => subdomain(TANGO.slug, path);
const POST = `/p/${postId(TANGO.slug, "primera-vez")}`;

const ROWS: Row[] = [
  { what: "the network's page", url: network("/"), status: 200 },
  { what: "a community's page", url: tango("/"), status: 200 },
  { what: "a page on a domain of its own", url: ownDomain(TANGO.domain, POST), status: 200 },
  { what: "a navigation without its mark", url: tango(POST), headers: { rsc: "1" }, status: 307 },
  { what: "a page without its body", url: tango("/"), method: "HEAD", status: 200 },
  { what: "a page that is not there", url: tango(`/p/${ABSENT}`), status: 404 },
  { what: "a path that is not there", url: tango("/nothing/here"), status: 404 },
  { what: "the network's missing page", url: network("/nothing/here"), status: 404 },
  { what: "a community that is not there", url: subdomain("nobody-here"), status: 404 },
  { what: "a secret community", url: subdomain("lantern"), status: 404 },
  { what: "a reserved name", url: subdomain("support"), status: 404 },
  { what: "an unknown domain", url: ownDomain("unknown.localhost"), status: 404 },
  { what: "a suspended community", url: subdomain("forge"), status: 503 },
  { what: "a page that asks for a sign-in", url: tango("/members"), status: 307 },
  { what: "the staff's host", url: subdomain("admin"), status: 307 },
  { what: "the first step of a hand-off", url: tango("/session/start"), status: 303 },
  { what: "a hand-off that nobody began", url: tango("/session/finish?code=x"), status: 422 },
  { what: "the way to a community", url: network("/go/tango"), status: 303 },
  { what: "a sign-in's renewal", url: network("/session/refresh?next=/"), status: 303 },
  { what: "data", url: tango("/api/v1/feed"), status: 200 },
  {
    what: "data through the network",
    url: network("/api/v1/feed"),
    headers: { "x-community": "tango" },
    status: 200,
  },
  { what: "data that is not there", url: tango(`/api/v1/posts/${ABSENT}`), status: 404 },
  { what: "data for members", url: network("/api/slugs?slug=x"), status: 401 },
  { what: "data nobody offers", url: tango("/api/v1/nothing"), status: 404 },
  { what: "data from an unknown host", url: subdomain("support", "/api/v1/feed"), status: 404 },
  { what: "a question that is none", url: network("/session/issue"), status: 422 },
  { what: "a method nobody offers", url: tango("/api/v1/feed"), method: "DELETE", status: 405 },
  { what: "what a method may", url: tango("/api/v1/feed"), method: "OPTIONS", status: 204 },
  { what: "a change from elsewhere", url: tango("/api/v1/posts"), method: "POST", body: "{}", status: 403 },
  {
    what: "an action nobody knows",
    url: tango("/"),
    method: "POST",
    headers: { "next-action": "00".repeat(21) },
    body: "[]",
    status: 409,
  },
  {
    what: "a form nobody reads",
    url: tango("/"),
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: "x=1",
    status: 200,
  },
  {
    what: "a form that is broken",
    url: tango("/"),
    method: "POST",
    headers: { "content-type": "multipart/form-data; boundary=x" },
    body: "--y\r\n",
    status: 500,
  },
  { what: "an address with a slash at its end", url: tango("/about/"), status: 308, kept: "nobody" },
  { what: "an address with two slashes", url: tango("/a//b"), status: 308, kept: "nobody" },
  { what: "an address that is malformed", url: tango("/%ff"), status: 404 },
  { what: "an icon", url: tango("/icon.svg"), status: 200, kept: "browser" },
  {
    what: "an icon from an unknown host",
    url: subdomain("nobody-here", "/favicon.ico"),
    status: 200,
    kept: "browser",
  },
  { what: "a script that is not there", url: tango("/_next/static/chunks/nothing.js"), status: 404 },
  { what: "a file that is not there", url: network("/assets/nothing.png"), status: 404 },
  { what: "the image optimizer", url: tango("/_next/image?url=%2Ficon.svg&w=64&q=75"), status: 404 },
];

test("every kind of response carries what keeps it safe, and nothing personal is kept", async () => {
  for (const { what, url, status, kept = "nobody", ...sent } of ROWS) {
    const answer = await ask(url, sent);
    expect.soft(answer.status, `${what}: ${url}`).toBe(status);
    expectSafe(answer.headers, what);
    const cache = answer.headers["cache-control"];
    expect.soft(cache, what).toMatch(kept === "nobody" ? /no-store/ : /^public, max-age=\d+/);
  }
});

test("so do a page's own files and everything that a member's page asks for", async ({ page }) => {
  const seen = new Set<string>();
  page.on("response", (response) => {
    const url = new URL(response.url());
    const kind = response.request().resourceType();
    seen.add(kind);
    expectSafe(response.headers(), `${kind} ${url.pathname}`);
    const isBuilt = url.pathname.startsWith("/_next/static/");
    const cache = response.headers()["cache-control"] ?? "";
    if (isBuilt) expect.soft(cache, url.pathname).toBe("public, max-age=31536000, immutable");
    else if (!/\.(svg|ico|png)$/.test(url.pathname)) expect.soft(cache, url.pathname).toMatch(/no-store/);
  });
  const lucia = {
    key: "lucia",
    name: "Lucía",
    email: "lucia@demo.archipelago.test",
    password: DEMO_PASSWORD,
  };
  await new SignIn(page).at(tango("/"), lucia);
  await page.goto(tango("/members"), { waitUntil: "networkidle" });
  expect([...seen].sort()).toEqual(expect.arrayContaining(["document", "font", "script", "stylesheet"]));
});
