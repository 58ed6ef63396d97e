import { expect, it } from "vitest";
import { newId } from "@/lib/ids/uuid";
import { starterOf } from "@/lib/tenants/starters";
import { sql } from "../../support/stack.ts";
import { createPerson, dbOf, join, type Person } from "../people.ts";

let word = 0;

async function found(owner: Person, slug: string) {
  const { tagline: _tagline, ...starter } = starterOf("club", "es") ?? { tagline: "" };
  const { data, error } = await dbOf(owner).rpc("create_community", {
    p_slug: slug,
    p_name: "Club",
    p_starter: starter,
  });
  if (error) throw new Error(error.message);
  return (data as { id: string }).id;
}

const posts = (tenant: string) =>
  sql<{ id: string; sample: boolean; gone: boolean }>(
    "select id, sample, deleted_at is not null as gone from public.posts where tenant_id = $1 order by created_at",
    [tenant],
  );

it("founds with groups, rules and samples at once, and once however often it is pressed", async () => {
  const owner = await createPerson("Olu Ade");
  const slug = `starter-${++word}-${newId()
    .slice(-6)
    .replace(/[0135]/g, "7")}`;
  const made = await Promise.all([found(owner, slug), found(owner, slug)]);
  expect(made[0]).toBe(made[1]);
  expect((await posts(made[0])).map(({ sample }) => sample)).toEqual([true, true, true]);
  const [row] = await sql(
    `select (select count(*)::int from public.groups g where g.tenant_id = t.id) as groups, t.rules like '1. %' as ruled
     from public.tenants t where t.id = $1`,
    [made[0]],
  );
  expect(row).toEqual({ groups: 2, ruled: true });
});

it("founds nothing where a part of it does not fit", async () => {
  const owner = await createPerson("Olu Ade");
  const slug = `broken-${newId()
    .slice(-6)
    .replace(/[0135]/g, "7")}`;
  const { error } = await dbOf(owner).rpc("create_community", {
    p_slug: slug,
    p_name: "Club",
    p_starter: { posts: [{ title: "One", body: "" }] },
  });
  expect(error).not.toBeNull();
  expect(await sql("select 1 from public.tenants where slug = $1", [slug])).toEqual([]);
});

it("removes the samples that nobody edited with what was answered to them, for owners alone", async () => {
  const [owner, guest] = await Promise.all([createPerson("Olu Ade"), createPerson("Mei Lin")]);
  const tenant = await found(
    owner,
    `sample-${newId()
      .slice(-6)
      .replace(/[0135]/g, "7")}`,
  );
  await sql("update public.tenants set rules = '' where id = $1", [tenant]);
  expect(await join(guest, tenant)).toBe("active");
  const [kept, answered] = await posts(tenant);
  if (!kept || !answered) throw new Error("no samples");
  const mine = dbOf(owner, tenant);
  await mine.from("posts").update({ body: "My own words." }).eq("tenant_id", tenant).eq("id", kept.id);
  await sql(
    "insert into public.post_comments (tenant_id, post_id, author_id, body) values ($1, $2, $3, 'Hello!')",
    [tenant, answered.id, guest.id],
  );
  const refused = await dbOf(guest, tenant).rpc("remove_samples", { p_tenant: tenant });
  expect(refused.error?.message).toBe("forbidden:role");
  expect((await mine.rpc("remove_samples", { p_tenant: tenant })).data).toEqual({ posts: 2, comments: 1 });
  expect((await mine.rpc("remove_samples", { p_tenant: tenant })).data).toEqual({ posts: 0, comments: 0 });
  expect((await posts(tenant)).filter(({ gone }) => !gone).map(({ id }) => id)).toEqual([kept.id]);
});
