import { beforeAll, describe, expect, it, vi } from "vitest";
import { GET as go } from "../../../app/network/go/[slug]/route";
import { GET as issue } from "../../../app/network/session/issue/route";
import { sql } from "../../support/stack.ts";
import { createCommunity, createPerson, dbOf, join, type Person, serverDb } from "../people.ts";
import { addDomain, follow, meAt, newDomain, whoami } from "./journey.ts";
import { at, type Browser, call, network, newBrowser, signedIn, signInTo } from "./request.ts";

vi.mock("next/headers", async () => (await import("./request.ts")).nextHeaders);
vi.mock("next-intl/server", async () => (await import("./request.ts")).nextIntl);

let owner: Person;
let open: { id: string; slug: string };
let secret: { id: string; slug: string };

beforeAll(async () => {
  owner = await createPerson("Owner");
  open = await createCommunity(owner);
  secret = await createCommunity(owner, { privacy: "secret" });
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
      return [answer.status, answer.headers.get("location"), await answer.text()];
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
