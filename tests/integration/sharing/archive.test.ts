import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { sql } from "../../support/stack.ts";
import { exportFolder } from "../archive/database";
import { createCommunity, createPerson, dbOf } from "../people.ts";

it("an export holds the posts of its own community, and none that only came to stay", async () => {
  const owner = await createPerson("Owner");
  const db = dbOf(owner);
  const [home, away] = [await createCommunity(owner), await createCommunity(owner)];
  await db.rpc("propose_connection", { p_tenant: home.id, p_slug: away.slug });
  await db.rpc("answer_connection", { p_tenant: away.id, p_with: home.id, p_accept: true });
  const post = randomUUID();
  const write = (tenant: string, id: string, body: string) =>
    db.from("posts").insert({ tenant_id: tenant, id, author_id: owner.id, visibility: "members", body });
  await write(home.id, post, "From the other shore");
  await write(away.id, randomUUID(), "From this shore");
  const { data } = await db.rpc("share_post", {
    p_tenant: home.id,
    p_post: post,
    p_target: away.id,
    p_consent: 1,
    p_locale: "en",
  });
  expect(data).toMatchObject({ state: "active" });
  await sql(
    `insert into public.post_comments (tenant_id, lane_of, post_id, author_id, body)
     values ($1, $2, $3, $4, 'Said in the lane')`,
    [away.id, home.id, post, owner.id],
  );
  const placed = "select 1 from public.feed_items where tenant_id = $1 and post_id = $2";
  expect(await sql(placed, [away.id, post])).toHaveLength(1);
  const posts = async (slug: string) => readFile(`${await exportFolder(slug)}/posts.jsonl`, "utf8");
  const there = await posts(away.slug);
  expect(there).toContain("From this shore");
  expect(there).not.toContain("From the other shore");
  const athome = await posts(home.slug);
  expect(athome).toContain("From the other shore");
  expect(athome).not.toContain("Said in the lane");
});
