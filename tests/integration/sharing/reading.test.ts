import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { GET as postPicture } from "@/app/[tenant]/(public)/p/[id]/og.png/route";
import { GET as communityFeed } from "@/app/[tenant]/api/v1/feed/route";
import { GET as comments } from "@/app/[tenant]/api/v1/posts/[id]/comments/route";
import { GET as onePost } from "@/app/[tenant]/api/v1/posts/[id]/route";
import { GET as atom } from "@/app/[tenant]/feed.atom/route";
import { GET as jsonFeed } from "@/app/[tenant]/feed.json/route";
import { GET as sitemap } from "@/app/[tenant]/sitemap/route";
import { GET as networkFeed } from "@/app/network/api/content/cross-community/route";
import { sql } from "../../support/stack.ts";
import { at, type Browser, call, network, newBrowser, openAt, signInTo } from "../core/request.ts";
import { createCommunity, createPerson, dbOf, join, type Person } from "../people.ts";

vi.mock("next/headers", async () => (await import("../core/request.ts")).nextHeaders);
vi.mock("next-intl/server", async () => (await import("../core/request.ts")).nextIntl);

type Island = { id: string; slug: string };
const ROLES = ["stranger", "member of home", "member there", "moderator there", "author"] as const;
type Role = (typeof ROLES)[number];

let owner: Person;
let home: Island;
let away: Island;
let people: Record<Role, Person>;
let browsers: Record<Role | "visitor", Browser>;
let post: string;
let share: string;

async function rpc(who: Person, name: string, args: Record<string, unknown>): Promise<unknown> {
  const { data, error } = await dbOf(who).rpc(name as "share_post", args as never);
  if (error) throw new Error(`${name}: ${error.message}`);
  return data;
}

beforeAll(async () => {
  owner = await createPerson("Owner");
  [home, away] = [await createCommunity(owner), await createCommunity(owner)];
  const made = await Promise.all(ROLES.map(async (role) => [role, await createPerson(role)] as const));
  people = Object.fromEntries(made) as Record<Role, Person>;
  for (const role of ["member of home", "author"] as const) await join(people[role], home.id);
  for (const role of ["member there", "moderator there", "author"] as const)
    await join(people[role], away.id);
  await sql("update public.tenant_users set role = 'moderator' where tenant_id = $1 and user_id = $2", [
    away.id,
    people["moderator there"].id,
  ]);
  const opened = await Promise.all(
    ROLES.map(async (role) => {
      const browser = newBrowser();
      await signInTo(browser, people[role]);
      for (const island of [home, away]) await openAt(browser, people[role], island);
      return [role, browser] as const;
    }),
  );
  browsers = { ...(Object.fromEntries(opened) as Record<Role, Browser>), visitor: newBrowser() };
});

/** Two communities that are connected, and a post of one that stands in the other. */
beforeEach(async () => {
  await sql("update public.tenants set status = 'active' where id = $1", [home.id]);
  await sql(
    "update public.tenant_users set status = 'active', left_at = null where tenant_id = $1 and user_id = $2",
    [home.id, people.author.id],
  );
  const [held] = await sql<{ state: string }>(
    "select state from public.community_connections where tenant_id = $1 and connected_id = $2",
    [home.id, away.id],
  );
  if (held?.state !== "accepted") {
    await rpc(owner, "propose_connection", { p_tenant: home.id, p_slug: away.slug });
    await rpc(owner, "answer_connection", { p_tenant: away.id, p_with: home.id, p_accept: true });
  }
  await rpc(owner, "pause_connection", { p_tenant: away.id, p_with: home.id, p_paused: false });
  post = randomUUID();
  await sql(
    `insert into public.posts (tenant_id, id, author_id, title, body, visibility)
     values ($1, $2, $3, $4, 'Words', 'public')`,
    [home.id, post, people.author.id, `Post ${post}`],
  );
  const given = (await rpc(people.author, "share_post", {
    p_tenant: home.id,
    p_post: post,
    p_target: away.id,
    p_consent: 1,
    p_locale: "en",
  })) as { id: string; state: string };
  expect(given.state).toBe("active");
  share = given.id;
});

const feedAt = async (browser: Browser, island: Island) => {
  const answer = await call(browser, communityFeed, { url: at(island.slug, "/api/v1/feed?limit=50") });
  return holds(answer);
};
const holds = async (answer: Response) => answer.ok && (await answer.text()).includes(post);

/** Where a role finds the post: the feed of each community, all feeds in one, its own address at each. */
async function foundBy(role: Role | "visitor"): Promise<string[]> {
  const browser = browsers[role];
  const everywhere = await call(browser, networkFeed, {
    url: `${network}/api/content/cross-community?limit=50`,
  });
  const address = (island: Island, handler: typeof onePost, path = "") =>
    call(browser, handler, { url: at(island.slug, `/api/v1/posts/${post}${path}`) }, { id: post });
  const found: [string, boolean][] = [
    ["feed there", await feedAt(browser, away)],
    ["feed at home", await feedAt(browser, home)],
    ["all feeds", await holds(everywhere)],
    ["address there", (await address(away, onePost)).ok],
    ["comments there", (await address(away, comments, "/comments")).ok],
    ["address at home", (await address(home, onePost)).ok],
  ];
  return found.filter(([, is]) => is).map(([where]) => where);
}

/** Which files of a community's host that anybody may carry away name the post. */
async function carriedBy(island: Island): Promise<string[]> {
  const files: [string, Parameters<typeof call>[1]][] = [
    ["/feed.atom", atom],
    ["/feed.json", jsonFeed],
    ["/sitemap.xml", sitemap],
  ];
  const named = await Promise.all(
    files.map(async ([path, handler]) => {
      const answer = await call(browsers.visitor, handler, { url: at(island.slug, path) });
      return (await holds(answer)) ? path : null;
    }),
  );
  const picture = await call(
    browsers.visitor,
    postPicture,
    { url: at(island.slug, `/p/${post}/og.png`) },
    { id: post },
  );
  return [...named.filter((path) => path !== null), ...(picture.ok ? ["og.png"] : [])];
}

const atHome = ["feed at home", "address at home"];
const readers: Record<Role | "visitor", string[]> = {
  visitor: atHome,
  stranger: atHome,
  "member of home": [...atHome, "all feeds"],
  "member there": ["feed there", ...atHome, "all feeds"],
  "moderator there": ["feed there", ...atHome, "all feeds"],
  author: ["feed there", ...atHome, "all feeds"],
};
const gone = (role: Role | "visitor", lost: readonly string[]) => {
  const rest = readers[role].filter((where) => !lost.includes(where));
  // In all feeds of one's own a post stands as long as one reads it in one of them.
  const alsoAtHome = role === "member of home" || role === "author";
  return alsoAtHome && !lost.includes("feed at home") ? rest : rest.filter((where) => where !== "all feeds");
};

const everyone = ["visitor", ...ROLES] as const;

async function findings(): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const role of everyone) found[role] = (await foundBy(role)).toSorted();
  return found;
}

const wanted = (of: (role: Role | "visitor") => string[]) =>
  Object.fromEntries(everyone.map((role) => [role, of(role).toSorted()]));

const ENDS: Readonly<Record<string, { end: () => Promise<unknown>; lost: readonly string[] }>> = {
  "the author takes it back": {
    end: () => rpc(people.author, "revoke_share", { p_tenant: home.id, p_share: share }),
    lost: ["feed there"],
  },
  "a moderator there takes it out": {
    end: () =>
      rpc(people["moderator there"], "revoke_share", {
        p_tenant: away.id,
        p_share: share,
        p_reason: "Off topic",
      }),
    lost: ["feed there"],
  },
  "its day comes": {
    end: () =>
      sql("update public.content_sharing set expires_at = now() - interval '1 second' where id = $1", [
        share,
      ]),
    lost: ["feed there"],
  },
  "the connection is paused": {
    end: () => rpc(owner, "pause_connection", { p_tenant: away.id, p_with: home.id, p_paused: true }),
    lost: ["feed there"],
  },
  "the connection ends": {
    end: () => rpc(owner, "end_connection", { p_tenant: away.id, p_with: home.id }),
    lost: ["feed there"],
  },
  "the post is removed": {
    end: () =>
      sql(
        "update public.posts set deleted_at = now(), removed_by = 'author' where tenant_id = $1 and id = $2",
        [home.id, post],
      ),
    lost: ["feed there", ...atHome],
  },
  "the home is suspended": {
    end: () => sql("update public.tenants set status = 'suspended' where id = $1", [home.id]),
    lost: ["feed there", ...atHome],
  },
};

describe("a shared post over the API", () => {
  it("is found by those who belong there, and by no address of another community", async () => {
    expect(await findings()).toEqual(wanted((role) => readers[role]));
  });

  it("is carried out of its home alone", async () => {
    expect(await carriedBy(home)).toEqual(["/feed.atom", "/feed.json", "/sitemap.xml", "og.png"]);
    expect(await carriedBy(away)).toEqual([]);
  });

  it.each(Object.entries(ENDS))("is gone with the next request when %s", async (_name, { end, lost }) => {
    expect(await feedAt(browsers["member there"], away)).toBe(true);
    await end();
    expect(await findings()).toEqual(wanted((role) => gone(role, lost)));
    expect(await carriedBy(away)).toEqual([]);
  });
});

it("a reader who pages while a membership ends gets no further page of what was lost", async () => {
  const reader = await createPerson("Reader");
  await join(reader, away.id);
  const browser = newBrowser();
  await signInTo(browser, reader);
  await openAt(browser, reader, away);
  for (let n = 0; n < 3; n += 1) {
    await sql(
      `insert into public.posts (tenant_id, author_id, title, body, visibility, created_at)
       values ($1, $2, 'Older', 'Words', 'members', now() - interval '1 day')`,
      [away.id, owner.id],
    );
  }
  const page = async (url: string, handler: Parameters<typeof call>[1]) => {
    const answer = await call(browser, handler, { url });
    return (await answer.json()) as { items?: { id: string }[]; next?: string | null };
  };
  const first = await page(at(away.slug, "/api/v1/feed?limit=1"), communityFeed);
  const all = await page(`${network}/api/content/cross-community?limit=1`, networkFeed);
  expect([first.items?.[0]?.id, all.items?.[0]?.id]).toEqual([post, post]);
  await sql(
    "update public.tenant_users set status = 'removed', left_at = now() where tenant_id = $1 and user_id = $2",
    [away.id, reader.id],
  );
  const next = await page(
    at(away.slug, `/api/v1/feed?limit=50&before=${encodeURIComponent(first.next ?? "")}`),
    communityFeed,
  );
  // The community is public: what remains is what visitors read.
  expect(next.items ?? []).toEqual([]);
  const rest = await page(
    `${network}/api/content/cross-community?limit=50&before=${encodeURIComponent(all.next ?? "")}`,
    networkFeed,
  );
  expect(rest.items).toEqual([]);
});
