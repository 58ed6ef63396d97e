import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/lib/ids/uuid";
import { sql } from "../../support/stack.ts";
import { createCommunity, createPerson, dbOf, join, type Person } from "../people.ts";

interface Row {
  id: string;
  depth: number;
  path: string[];
  replies: number;
  counted: boolean;
  rest: string[] | null;
}
interface Page {
  comment: string | null;
  comments: { items: Row[]; parents: { id: string }[]; more: boolean };
}

let owner: Person;
let reader: Person;
let tenant: string;

beforeAll(async () => {
  [owner, reader] = await Promise.all([createPerson("Olu"), createPerson("Mei")]);
  tenant = (await createCommunity(owner)).id;
  await join(reader, tenant);
});

async function newPost(): Promise<string> {
  const id = randomUUID();
  await sql("insert into public.posts (tenant_id, id, author_id, body) values ($1, $2, $3, 'Talk')", [
    tenant,
    id,
    owner.id,
  ]);
  return id;
}

let clock = Date.now() - 3_600_000;

/** Comments below a post, `parents[n]` being the place of the one that the n-th answers; null for none. */
async function talk(post: string, parents: readonly (number | null)[]): Promise<string[]> {
  const ids = parents.map(() => {
    clock += 1;
    return newId(clock);
  });
  const rows = parents.map((parent, n) => ({ id: ids[n], parent_id: parent === null ? null : ids[parent] }));
  await sql(
    `insert into public.post_comments (tenant_id, id, post_id, author_id, parent_id, body)
     select $1, i.id, $2, $3, i.parent_id, 'A thought'
     from json_to_recordset($4::json) as i(id uuid, parent_id uuid)`,
    [tenant, post, owner.id, JSON.stringify(rows)],
  );
  return ids;
}

async function read(post: string, over: Record<string, unknown> = {}): Promise<Page> {
  const { data, error } = await dbOf(reader, tenant).rpc("post_page", {
    p_tenant: tenant,
    p_post: post,
    ...over,
  });
  if (error) throw new Error(error.message);
  return data as unknown as Page;
}

const idsOf = ({ comments }: Page) => comments.items.map(({ id }) => id);
const tops = (count: number) => Array.from({ length: count }, () => null);

describe("threads of a post", () => {
  it("come oldest or newest first, page by page, without a gap or a double", async () => {
    const post = await newPost();
    const ids = await talk(post, tops(25));
    for (const [p_newest, expected] of [
      [false, ids],
      [true, ids.toReversed()],
    ] as const) {
      const first = await read(post, { p_newest });
      expect(first.comments).toMatchObject({ more: true, parents: [] });
      const next = await read(post, { p_newest, p_after: [idsOf(first).at(-1)] });
      expect(next.comments.more).toBe(false);
      expect([...idsOf(first), ...idsOf(next)]).toEqual(expected);
    }
  });

  it("show six levels, count what stands below, and lead on to the rest of a thread", async () => {
    const post = await newPost();
    const chain = [null, 0, 1, 2, 3, 4, 5, 6];
    const ids = await talk(post, [...chain, ...Array.from({ length: 90 }, () => 0)]);
    const { comments } = await read(post);
    const [top, ...answers] = comments.items;
    expect(top).toMatchObject({ id: ids[0], replies: 97, counted: true });
    expect(Math.max(...answers.map(({ depth }) => depth))).toBe(5);
    expect(answers.find(({ depth }) => depth === 5)?.replies).toBe(2);
    expect(answers).toHaveLength(80);
    const rest = await read(post, { p_comment: ids[0], p_after: top?.rest });
    expect(rest.comments.items[0]).toMatchObject({ id: ids[0], rest: null });
    const shown = [...answers, ...rest.comments.items.slice(1)].map(({ id }) => id);
    expect(shown).toEqual(ids.filter((_, n) => n > 0 && n !== 6 && n !== 7));
  });

  it("say that they did not count everything, and still lead to all of it", async () => {
    const post = await newPost();
    const ids = await talk(post, [null, ...Array.from({ length: 1100 }, () => 0)]);
    const page = await read(post, { p_comment: ids[0] });
    expect(page.comments.items[0]).toMatchObject({ replies: 1000, counted: false });
    const seen = idsOf(page);
    for (let { rest } = page.comments.items[0] as Row; rest; ) {
      const next: Page = await read(post, { p_comment: ids[0], p_after: rest });
      seen.push(...idsOf(next).slice(1));
      rest = next.comments.items[0]?.rest ?? null;
    }
    expect(seen).toEqual(ids);
  });

  it("are bounded for a thousand comments, and the 900th is found with what it answers and its answers", async () => {
    const post = await newPost();
    const ids = await talk(post, [...tops(40), ...Array.from({ length: 960 }, (_, n) => n)]);
    const first = await read(post);
    expect(first.comments.items.length).toBeLessThanOrEqual(100);
    const wanted = ids[900];
    const page = await read(post, { p_comment: wanted });
    expect(page.comment).toBe(wanted);
    expect(page.comments.items.map(({ id }) => id)).toEqual([wanted, ids[940], ids[980]]);
    const path = page.comments.items[0]?.path ?? [];
    expect(page.comments.parents.map(({ id }) => id)).toEqual(path.slice(0, -1).slice(-6));
  });

  it("of another post are not found here: the first page comes instead", async () => {
    const [post, other] = [await newPost(), await newPost()];
    const [mine] = await talk(post, [null]);
    const [theirs] = await talk(other, [null]);
    const page = await read(post, { p_comment: theirs });
    expect(page.comment).toBeNull();
    expect(idsOf(page)).toEqual([mine]);
  });
});
