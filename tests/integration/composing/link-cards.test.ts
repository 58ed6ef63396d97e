import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { fetchLinkCards } from "@/lib/link-cards/fetch-cards";
import type { Outbound } from "@/lib/outbound/fetch-page";
import type { Reply } from "@/lib/outbound/transport";
import { sql } from "../../support/stack.ts";
import { createCommunity, createPerson, dbOf, type Person } from "../people.ts";

let owner: Person;
let here: string;
let there: string;
/** Addresses that were asked for, in order. */
let asked: string[] = [];

beforeAll(async () => {
  owner = await createPerson("Olu");
  here = (await createCommunity(owner)).id;
  there = (await createCommunity(owner)).id;
});

function web(pages: Record<string, string>): Outbound {
  const send = async ({ url }: { url: URL }): Promise<Reply> => {
    asked.push(url.href);
    const body = pages[url.href];
    return {
      status: body === undefined ? 404 : 200,
      location: null,
      contentType: "text/html",
      body: Buffer.from(body ?? ""),
    };
  };
  return { resolve: async () => ["93.184.216.34"], send, timeoutMs: 2000 };
}

const query = async <Row>(text: string, values?: unknown[]) => (await sql(text, values)) as Row[];

/** Lets the worker run until nothing waits. */
async function work(pages: Record<string, string>): Promise<void> {
  asked = [];
  while ((await fetchLinkCards(query, web(pages))) > 0);
}

async function write(tenant: string, body: string): Promise<string> {
  const id = randomUUID();
  const { error } = await dbOf(owner, tenant)
    .from("posts")
    .insert({ tenant_id: tenant, id, author_id: owner.id, body, visibility: "members" });
  expect(error).toBeNull();
  return id;
}

async function cards(tenant: string, post: string): Promise<{ url: string; title: string }[]> {
  const { data } = await dbOf(owner, tenant).rpc("post_page", { p_tenant: tenant, p_post: post });
  return (data as unknown as { post: { links: { url: string; title: string }[] } }).post.links;
}

const url = (name: string) => `https://${name}.test-site.net/${here}`;

describe("cards of links", () => {
  it("come for addresses alone on their line, five at most, and change nothing of the post", async () => {
    const links = [1, 2, 3, 4, 5, 6].map((n) => url(`n${n}`));
    const post = await write(here, `See ${url("inline")}.\n\n${links.join("\n\n")}\n\n${links[0]}`);
    const state = () => sql("select version, edited_at, updated_at from public.posts where id = $1", [post]);
    const events = () => sql("select seq from public.domain_events where stream_id = $1", [post]);
    const [before, logged] = [await state(), await events()];
    expect(await cards(here, post)).toEqual([]);
    await work(Object.fromEntries(links.map((link) => [link, `<title>Page ${link.slice(8, 10)}</title>`])));
    expect([...asked].sort()).toEqual(links.slice(0, 5).sort());
    expect((await cards(here, post)).map(({ title }) => title)).toEqual(
      ["n1", "n2", "n3", "n4", "n5"].map((n) => `Page ${n}`),
    );
    expect([await state(), await events()]).toEqual([before, logged]);
  });

  it("are fetched once in each community, and nothing of one is seen in the other", async () => {
    const shared = url("shared");
    const first = await write(here, shared);
    await work({ [shared]: "<title>For here</title>" });
    const again = await write(here, `Again:\n\n${shared}`);
    const other = await write(there, shared);
    expect(await cards(here, again)).toMatchObject([{ title: "For here" }]);
    expect(await cards(there, other)).toEqual([]);
    await work({ [shared]: "<title>For there</title>" });
    expect(asked).toEqual([shared]);
    expect(await cards(here, first)).toMatchObject([{ title: "For here" }]);
    expect(await cards(there, other)).toMatchObject([{ title: "For there" }]);
  });

  it("stay away where nothing came, which is tried again later and not at once", async () => {
    const post = await write(here, url("missing"));
    await work({});
    await work({});
    expect(asked).toEqual([]);
    expect(await cards(here, post)).toEqual([]);
    await sql("update private.link_cards set due_at = now() where url = $1", [url("missing")]);
    await work({ [url("missing")]: "<title>Back</title>" });
    expect(await cards(here, post)).toMatchObject([{ title: "Back" }]);
    await sql("update private.link_cards set due_at = now() where url = $1", [url("missing")]);
    await work({});
    expect(await cards(here, post)).toMatchObject([{ title: "Back" }]);
  });

  it("are taken by one worker only, and go with the last post that had them", async () => {
    const link = url("twice");
    const post = await write(here, link);
    asked = [];
    const pages = web({ [link]: "<title>Once</title>" });
    await Promise.all([
      fetchLinkCards(query, pages),
      fetchLinkCards(query, pages),
      fetchLinkCards(query, pages),
    ]);
    expect(asked).toEqual([link]);
    await dbOf(owner, here).from("posts").update({ body: "No link." }).eq("tenant_id", here).eq("id", post);
    await sql("update private.link_cards set due_at = now() where url = $1", [link]);
    await work({});
    expect(asked).toEqual([]);
    expect(await sql("select from private.link_cards where url = $1", [link])).toEqual([]);
  });

  it("are not asked for where somebody names an inner host, or five of thousands of links are theirs", async () => {
    await write(
      here,
      ["https://127.0.0.1/", "https://localhost/", "http://plain.test-site.net/"].join("\n\n"),
    );
    await work({});
    expect(asked).toEqual([]);
    await write(here, Array.from({ length: 2000 }, (_, n) => url(`many${n}`)).join("\n"));
    await work({});
    expect(asked).toHaveLength(5);
  });
});
