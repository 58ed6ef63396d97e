import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { parseCursor } from "@/lib/feed/cursor";
import { countUnifiedNews, getUnifiedPage, getUnifiedScreen } from "@/lib/feed/unified-queries";
import { type UnifiedOrder, WHOLE_STREAM } from "@/lib/feed/unified-rules";
import { sql } from "../../support/stack.ts";
import { createCommunity, createPerson, dbOf, join, type Person } from "../people.ts";

let owner: Person;
let reader: Person;
let loud: { id: string; slug: string };
let quiet: { id: string; slug: string };

const DAY = 24 * 3_600_000;
/** Noon of a day so many days ago (UTC). */
const noon = (days: number) => Math.floor(Date.now() / DAY) * DAY - days * DAY + DAY / 2;

async function write(tenant: { id: string }, title: string, at: number) {
  await sql(
    `insert into public.posts (tenant_id, id, author_id, title, body, visibility, created_at)
     values ($1, $2, $3, $4, 'Words', 'members', $5)`,
    [tenant.id, randomUUID(), owner.id, title, new Date(at).toISOString()],
  );
}

beforeAll(async () => {
  [owner, reader] = [await createPerson("Olu"), await createPerson("Mei")];
  [loud, quiet] = [await createCommunity(owner), await createCommunity(owner)];
  for (const { id } of [loud, quiet]) await join(reader, id);
  for (let n = 1; n <= 8; n += 1) await write(loud, `loud ${n}`, noon(2) + n * 60_000);
  await write(quiet, "quiet 1", noon(2));
  await write(quiet, "quiet 2", noon(3));
  await write(quiet, "quiet 3", noon(4));
});

/** All titles, page by page; `between` runs after the first page. */
async function readAll(order: UnifiedOrder, limit: number, between?: () => Promise<unknown>) {
  const titles: (string | null)[] = [];
  let next: string | null = "";
  while (next !== null) {
    const before = next === "" ? null : parseCursor(next);
    const page = await getUnifiedPage(dbOf(reader), { view: { ...WHOLE_STREAM, order }, before, limit });
    titles.push(...page.items.map(({ title }) => title));
    if (next === "") await between?.();
    next = page.next;
  }
  return titles;
}

describe("the balanced order", () => {
  it("lets the first three of a day stand and counts each three more as a day older", async () => {
    const { items } = await getUnifiedPage(dbOf(reader), {
      view: { ...WHOLE_STREAM, order: "balanced" },
      limit: 20,
    });
    expect(items.map(({ title }) => title)).toEqual([
      ...["loud 3", "loud 2", "loud 1", "quiet 1"],
      ...["loud 6", "loud 5", "loud 4", "quiet 2"],
      ...["loud 8", "loud 7", "quiet 3"],
    ]);
  });

  it("is the newest first where nobody is loud", async () => {
    const view = { ...WHOLE_STREAM, slugs: [quiet.slug] };
    const by = async (order: UnifiedOrder) =>
      (await getUnifiedPage(dbOf(reader), { view: { ...view, order }, limit: 20 })).items.map(({ id }) => id);
    expect(await by("balanced")).toEqual(await by("time"));
  });
});

describe.each(["time", "balanced"] as const)("pages by %s", (order) => {
  it("show everything once, however small they are", async () => {
    const whole = await readAll(order, 50);
    expect(whole).toHaveLength(new Set(whole).size);
    for (const limit of [1, 2, 3, 5]) expect(await readAll(order, limit)).toEqual(whole);
  });

  it("stay as they are while somebody writes, on that day and now", async () => {
    const whole = await readAll(order, 50);
    const paged = await readAll(order, 3, async () => {
      await write(loud, `meanwhile ${order}`, noon(2) + 3_600_000);
      await write(quiet, `just now ${order}`, Date.now());
    });
    expect(paged.filter((title) => !title?.endsWith(order))).toEqual(whole);
    expect(paged).toHaveLength(new Set(paged).size);
    await sql("delete from public.posts where title like '%' || $1", [order]);
  });

  it("go on without a community that one leaves in between", async () => {
    const whole = await readAll(order, 50);
    const paged = await readAll(order, 2, () =>
      sql("update public.tenant_users set status = 'removed' where tenant_id = $1 and user_id = $2", [
        loud.id,
        reader.id,
      ]),
    );
    const left = whole.slice(2).filter((title) => title?.startsWith("quiet"));
    expect(paged).toEqual([...whole.slice(0, 2), ...left]);
    await sql("update public.tenant_users set status = 'active' where tenant_id = $1 and user_id = $2", [
      loud.id,
      reader.id,
    ]);
    expect(await readAll(order, 50)).toEqual(whole);
  });
});

describe("news", () => {
  it("is what others wrote since the page was made, and not what one muted", async () => {
    const { page, frame } = await getUnifiedScreen(dbOf(reader), { view: WHOLE_STREAM, limit: 2 });
    expect(frame.communities).toHaveLength(2);
    const count = () => countUnifiedNews(dbOf(reader), page.asOf, WHOLE_STREAM);
    expect(await count()).toBe(0);
    await write(loud, "news 1", Date.now() + 1000);
    await write(quiet, "news 2", Date.now() + 1000);
    expect(await count()).toBe(2);
    await dbOf(reader).rpc("mute_community", { p_tenant: loud.id, p_for: "hour" });
    expect(await count()).toBe(1);
    await dbOf(reader).rpc("mute_community", { p_tenant: loud.id, p_for: null });
    expect(await countUnifiedNews(dbOf(owner), page.asOf, WHOLE_STREAM)).toBe(0);
  });
});

describe("mentions", () => {
  it("show a post once, where it named me last, and nothing else", async () => {
    const id = randomUUID();
    const named = `@[Mei](member:${reader.id})`;
    const view = { ...WHOLE_STREAM, mentions: true };
    const titles = async () =>
      (await getUnifiedPage(dbOf(reader), { view, limit: 20 })).items.map(({ title }) => title);
    expect(await titles()).toEqual([]);
    await sql(
      `insert into public.posts (tenant_id, id, author_id, title, body, visibility) values ($1, $2, $3, 'named', $4, 'members')`,
      [loud.id, id, owner.id, `Ask ${named}`],
    );
    await sql(
      "insert into public.post_comments (tenant_id, post_id, author_id, body) values ($1, $2, $3, $4)",
      [loud.id, id, owner.id, `${named} again`],
    );
    expect(await titles()).toEqual(["named"]);
    const other = (await getUnifiedPage(dbOf(owner), { view, limit: 20 })).items;
    expect(other).toEqual([]);
    await sql("update public.posts set deleted_at = now(), removed_by = 'author' where id = $1", [id]);
    expect(await titles()).toEqual([]);
  });
});
