import { randomBytes } from "node:crypto";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { withTenantApi } from "@/lib/actions/with-api";
import { GET as finish } from "../../../app/[tenant]/session/finish/route";
import { GET as start } from "../../../app/[tenant]/session/start/route";
import { GET as go } from "../../../app/network/go/[slug]/route";
import { GET as issue } from "../../../app/network/session/issue/route";
import { sql } from "../../support/stack.ts";
import { createCommunity, createPerson, dbOf, join, type Person, serverDb } from "../people.ts";
import { at, type Browser, call, jarOf, network, newBrowser, signedIn, signInTo } from "./request.ts";

vi.mock("next/headers", async () => (await import("./request.ts")).nextHeaders);
vi.mock("next-intl/server", async () => (await import("./request.ts")).nextIntl);

const SESSION = "archipelago-session";
const NONCE = "archipelago-handoff";

const whoami = withTenantApi({
  permission: "feed.read",
  input: z.object({}),
  run: async ({ viewer }) => ({ id: viewer?.id ?? null }),
});

const route = (url: string) => {
  const { pathname } = new URL(url);
  if (pathname === "/session/start") return start;
  if (pathname === "/session/issue") return issue;
  return pathname === "/session/finish" ? finish : null;
};

/** Follows redirects through the hand-off until they leave it. Answers every address on the way. */
async function follow(browser: Browser, first: string): Promise<{ way: string[]; status: number }> {
  const way = [first];
  for (let step = 0; step < 12; step += 1) {
    const url = way.at(-1) ?? "";
    const handler = route(url);
    if (!handler) return { way, status: 200 };
    const answer = await call(browser, handler, { url });
    const location = answer.headers.get("location");
    if (location === null) return { way, status: answer.status };
    way.push(new URL(location, url).href);
  }
  throw new Error("the hand-off never ends");
}

async function meAt(browser: Browser, url: string): Promise<string | null> {
  const answer = await call(browser, whoami, { url: `${url}api/v1/me` });
  return ((await answer.json()) as { id: string | null }).id;
}

let owner: Person;
let open: { id: string; slug: string };
let secret: { id: string; slug: string };

beforeAll(async () => {
  owner = await createPerson("Owner");
  open = await createCommunity(owner);
  secret = await createCommunity(owner, { privacy: "secret" });
});

async function addDomain(tenant: string, domain: string): Promise<void> {
  await sql(
    "insert into tenant_domains (tenant_id, domain, status, is_primary, verified_at) values ($1, $2, 'active', true, now())",
    [tenant, domain],
  );
}

const newDomain = () => `d${randomBytes(5).toString("hex")}.localhost`;

describe("the way to a session on a community's host", () => {
  it("lands on the page one wanted, signed in, without a sign-in page", async () => {
    const { person, browser } = await signedIn();
    const { way } = await follow(browser, at(open.slug, "/session/start?path=%2Fp%2F1%3Fx%3D2%23c"));
    expect(way.at(-1)).toBe(at(open.slug, "/p/1?x=2#c"));
    expect(way.some((url) => url.includes("/sign-in"))).toBe(false);
    expect(await meAt(browser, at(open.slug))).toBe(person.id);
    expect(jarOf(browser, at(open.slug)).has(NONCE)).toBe(false);
  });

  it("asks a visitor to sign in and comes back to the same step", async () => {
    const { way } = await follow(newBrowser(), at(open.slug, "/session/start?path=/events"));
    const signIn = new URL(way.at(-1) ?? "");
    expect(signIn.origin + signIn.pathname).toBe(`${network}/sign-in`);
    expect(signIn.searchParams.get("next")).toMatch(/^\/session\/issue\?host=.*path=%2Fevents/);
  });

  it("serves two tabs that began together", async () => {
    const { person, browser } = await signedIn();
    const urls = ["/a", "/b"].map((path) => at(open.slug, `/session/start?path=${path}`));
    const steps = await Promise.all(urls.map((url) => call(browser, start, { url })));
    const codes = await Promise.all(
      steps.map((step) => call(browser, issue, { url: step.headers.get("location") ?? "" })),
    );
    for (const [index, code] of codes.entries()) {
      const { way } = await follow(browser, code.headers.get("location") ?? "");
      expect(way.at(-1)).toBe(at(open.slug, ["/a", "/b"][index]));
    }
    expect(await meAt(browser, at(open.slug))).toBe(person.id);
  });

  it("replaces the session that was there: the old one is worth nothing any more", async () => {
    const { person, browser } = await signedIn();
    await follow(browser, at(open.slug, "/session/start"));
    const first = jarOf(browser, at(open.slug)).get(SESSION) ?? "";
    const thief = newBrowser();
    jarOf(thief, at(open.slug)).set(SESSION, first);
    expect(await meAt(thief, at(open.slug))).toBe(person.id);
    await follow(browser, at(open.slug, "/session/start"));
    expect(await meAt(thief, at(open.slug))).toBeNull();
    expect(await meAt(browser, at(open.slug))).toBe(person.id);
    const { data } = await dbOf(person).rpc("list_my_sessions");
    expect((data as { hosts: unknown[] }).hosts).toHaveLength(1);
  });

  it("does not let somebody else's code sign a browser in", async () => {
    const attacker = await signedIn();
    const begun = await call(attacker.browser, start, { url: at(open.slug, "/session/start") });
    const code = await call(attacker.browser, issue, { url: begun.headers.get("location") ?? "" });
    const link = code.headers.get("location") ?? "";
    const victim = await signedIn();
    const { way } = await follow(victim.browser, link);
    expect(way.at(-1)).toBe(at(open.slug, "/"));
    expect(await meAt(victim.browser, at(open.slug))).toBe(victim.person.id);
  });

  it("gives up after a second try where the browser keeps no cookies", async () => {
    const { person, browser } = await signedIn();
    const begun = await call(browser, start, { url: at(open.slug, "/session/start?path=/x") });
    const code = await call(browser, issue, { url: begun.headers.get("location") ?? "" });
    const forgetful = newBrowser();
    await signInTo(forgetful, person);
    const url = `${code.headers.get("location")}&again=1`;
    const last = await call(forgetful, finish, { url });
    expect(last.headers.get("location")).toBe(at(open.slug, "/x"));
  });

  it("draws a nonce of its own where the cookie holds anything else", async () => {
    const browser = newBrowser();
    for (const planted of ["", "short", "x".repeat(44), "a b".repeat(14)]) {
      jarOf(browser, at(open.slug)).set(NONCE, planted);
      await call(browser, start, { url: at(open.slug, "/session/start") });
      expect(jarOf(browser, at(open.slug)).get(NONCE)).toMatch(/^[A-Za-z0-9_-]{43}$/);
      expect(jarOf(browser, at(open.slug)).get(NONCE)).not.toBe(planted);
    }
  });
});

describe("where it may lead", () => {
  it.each([
    "evil.example",
    "archipelago.localhost",
    "OPEN.archipelago.localhost",
    "open.archipelago.localhost:8080",
    "open.archipelago.localhost.",
    "open.archipelago.localhost@evil.example",
    "a.open.archipelago.localhost",
    "support.archipelago.localhost",
    "127.0.0.1",
    "[::1]",
    "admin.archipelago.localhost",
  ])("never to %s", async (name) => {
    const { browser } = await signedIn();
    const host = name.replace("OPEN", open.slug.toUpperCase()).replace("open", open.slug);
    const query = new URLSearchParams({ host, nonce: "0".repeat(64), path: "/" });
    const answer = await call(browser, issue, { url: `${network}/session/issue?${query}` });
    expect([answer.status, answer.headers.get("location")]).toEqual([404, null]);
  });

  it.each([
    "//evil.example",
    "https://evil.example",
    "/\\evil.example",
    "/%2F%2Fevil.example",
    "javascript:alert(1)",
  ])("to the front page in place of %s", async (path) => {
    const { browser } = await signedIn();
    const { way } = await follow(browser, at(open.slug, `/session/start?${new URLSearchParams({ path })}`));
    expect(way.at(-1)).toBe(at(open.slug, "/"));
  });

  it("takes no parameter twice", async () => {
    const answer = await call(newBrowser(), start, { url: at(open.slug, "/session/start?path=/a&path=/b") });
    expect(answer.status).toBe(422);
  });
});

describe("a secret community gives nothing away", () => {
  const hideNames = (text: string, slug: string) =>
    text.replaceAll(slug, "SLUG").replace(/(nonce|code)(=|%3D)[\w-]+/g, "$1=X");

  async function answersFor(browser: Browser, slug: string) {
    const away = await call(browser, go, { url: `${network}/go/${slug}?to=/x` }, { slug });
    const { way, status } = await follow(browser, away.headers.get("location") ?? "");
    return [away.status, ...way.map((url) => hideNames(url, slug)), status];
  }

  it("to outsiders it is a community that does not exist, at every step", async () => {
    const { person, browser } = await signedIn();
    const suspendedMember = await createCommunity(owner, { privacy: "secret" });
    await sql(
      "insert into tenant_users (tenant_id, user_id, status, display_name) values ($1, $2, 'suspended', 'X')",
      [suspendedMember.id, person.id],
    );
    const deleted = await createCommunity(owner);
    await sql("update tenants set status = 'deleted' where id = $1", [deleted.id]);
    const nobody = await answersFor(browser, "nobody-here");
    for (const { slug } of [secret, suspendedMember, deleted])
      expect(await answersFor(browser, slug)).toEqual(nobody);
    expect(await answersFor(browser, open.slug)).not.toEqual(nobody);
    const visitor = newBrowser();
    expect(await answersFor(visitor, secret.slug)).toEqual(await answersFor(visitor, "nobody-here"));
  });

  it("not on a domain of its own either", async () => {
    const { browser } = await signedIn();
    const domain = newDomain();
    await addDomain(secret.id, domain);
    const ask = async (host: string) => {
      const query = new URLSearchParams({ host, nonce: "0".repeat(64), path: "/" });
      const answer = await call(browser, issue, { url: `${network}/session/issue?${query}` });
      const { request_id: _, ...body } = (await answer.json()) as Record<string, unknown>;
      return [answer.status, answer.headers.get("location"), body];
    };
    expect(await ask(domain)).toEqual(await ask(newDomain()));
    const away = await call(browser, go, { url: `${network}/go/${secret.slug}` }, { slug: secret.slug });
    expect(away.headers.get("location")).not.toContain(domain);
  });

  it("and its own people go straight in", async () => {
    const browser = newBrowser();
    await signInTo(browser, owner);
    await follow(browser, at(secret.slug, "/session/start"));
    expect(await meAt(browser, at(secret.slug))).toBe(owner.id);
  });

  it("leaves no code and no session behind for an outsider", async () => {
    const { person, browser } = await signedIn();
    await follow(browser, at(secret.slug, "/session/start"));
    const left = await sql(
      "select code_hash from private.handoff_codes where user_id = $1 union all select token_hash from private.host_sessions where user_id = $1",
      [person.id],
    );
    expect(left).toEqual([]);
  });
});

describe("an old address", () => {
  it("hands on to the community's page there, which moves on; /go too", async () => {
    const renamed = await createCommunity(owner);
    const slug = `new-${renamed.slug}`.slice(0, 40);
    const { error } = await dbOf(owner).rpc("rename_community", { p_tenant: renamed.id, p_slug: slug });
    expect(error).toBeNull();
    const { browser } = await signedIn();
    const { way, status } = await follow(browser, at(renamed.slug, "/session/start?path=/events"));
    expect([way.at(-1), status]).toEqual([at(renamed.slug, "/events"), 200]);
    const { data } = await serverDb().rpc("request_context", {
      p_ref: renamed.slug,
      p_host: `${renamed.slug}.archipelago.localhost`,
    });
    expect(data).toMatchObject({ tenant: null, moved_to: slug });
  });
});

describe("a domain of one's own", () => {
  async function memberOn(domain: string) {
    const { person, browser } = await signedIn();
    await join(person, open.id);
    await follow(browser, `http://${domain}:3000/session/start`);
    return { person, browser, url: `http://${domain}:3000/` };
  }

  it("carries a session, which ends when the domain does and does not come back with it", async () => {
    const domain = newDomain();
    await addDomain(open.id, domain);
    const { person, browser, url } = await memberOn(domain);
    expect(await meAt(browser, url)).toBe(person.id);
    await sql("update tenant_domains set status = 'misconfigured' where domain = $1", [domain]);
    expect((await call(browser, whoami, { url: `${url}api/v1/me` })).status).toBe(404);
    await sql("update tenant_domains set status = 'active' where domain = $1", [domain]);
    expect(await meAt(browser, url)).toBeNull();
    await follow(browser, `${url}session/start`);
    expect(await meAt(browser, url)).toBe(person.id);
    await sql("delete from tenant_domains where domain = $1", [domain]);
  });

  it("takes no session along to another community, nor back", async () => {
    const domain = newDomain();
    await addDomain(open.id, domain);
    const { person, browser, url } = await memberOn(domain);
    const next = await createCommunity(owner);
    await join(person, next.id);
    await sql("delete from tenant_domains where domain = $1", [domain]);
    await addDomain(next.id, domain);
    expect(await meAt(browser, url)).toBeNull();
    await sql("delete from tenant_domains where domain = $1", [domain]);
    await addDomain(open.id, domain);
    expect(await meAt(browser, url)).toBeNull();
    await sql("delete from tenant_domains where domain = $1", [domain]);
  });
});
