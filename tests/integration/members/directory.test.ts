import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { faceSchema } from "@/lib/faces/schemas";
import { memberPostsSchema } from "@/lib/memberships/page-schemas";
import { membersAnswerSchema } from "@/lib/memberships/schemas";
import { sql } from "../../support/stack.ts";
import { createCommunity, createPerson, dbOf, join, type Person } from "../people.ts";

let owner: Person;
let ana: Person;
let ben: Person;
let cleo: Person;
let tenant: string;

interface Saved {
  listed?: boolean;
  shows?: boolean;
  city?: string;
  cityFor?: string;
  skills?: string[];
  skillsFor?: string;
  interests?: string[];
  interestsFor?: string;
}

async function save(by: Person, at: string, name: string, saved: Saved = {}) {
  const { error } = await dbOf(by, at).rpc("save_face", {
    p_tenant: at,
    p_name: name,
    p_bio: "",
    p_listed: saved.listed ?? true,
    p_shows_membership: saved.shows ?? false,
    p_city: saved.city ?? "",
    p_city_for: saved.cityFor ?? "members",
    p_skills: saved.skills ?? [],
    p_skills_for: saved.skillsFor ?? "members",
    p_interests: saved.interests ?? [],
    p_interests_for: saved.interestsFor ?? "members",
  });
  if (error) throw new Error(error.message);
}

async function list(by: Person, query: object = {}, at = tenant) {
  const { data, error } = await dbOf(by, at).rpc("list_members", {
    p_tenant: at,
    p_choices: true,
    p_sort: "name",
    ...query,
  });
  if (error) throw new Error(error.message);
  return membersAnswerSchema.parse(data);
}

const names = async (by: Person, query: object = {}) => (await list(by, query)).items.map(({ name }) => name);

async function page(by: Person, who: Person, at = tenant) {
  const { data } = await dbOf(by, at).rpc("member_page", { p_tenant: at, p_user: who.id });
  return memberPostsSchema.parse(data);
}

beforeAll(async () => {
  [owner, ana, ben, cleo] = await Promise.all([
    createPerson("Owen"),
    createPerson("Ana"),
    createPerson("Ben"),
    createPerson("Cleo"),
  ]);
  tenant = (await createCommunity(owner)).id;
  for (const person of [ana, ben, cleo]) await join(person, tenant);
  await save(ana, tenant, "Ana Água", { city: "Lisbon", skills: ["Sailing", "Knots"] });
  await save(ben, tenant, "Ben", { city: "lisbon", interests: ["sailing"], interestsFor: "moderators" });
  await save(cleo, tenant, "Cleo", { listed: false, city: "Porto", skills: ["Sailing"] });
});

describe("who is not listed", () => {
  it("is in no list, search, filter or figure for members, and marked for moderators", async () => {
    expect(await names(ana)).toEqual(["Ana Água", "Ben", "Owen"]);
    expect(await names(ana, { p_query: "cleo" })).toEqual([]);
    expect(await names(ana, { p_tag: "sailing" })).toEqual(["Ana Água"]);
    const { choices } = await list(ana);
    expect(choices?.cities.map(({ label }) => label)).toEqual(["Lisbon"]);
    expect(choices?.letters).toEqual(["a", "b", "o"]);
    expect(choices?.roles).toEqual({ owner: 1, admin: 0, moderator: 0, member: 2 });
    const seen = await list(owner, { p_query: "cle" });
    expect(seen.items).toMatchObject([{ name: "Cleo", unlisted: true }]);
    expect(await names(owner, { p_tag: "sailing" })).toEqual(["Ana Água", "Ben", "Cleo"]);
  });

  it("is not to be read past the lists either", async () => {
    const rows = async (by: Person) =>
      (await dbOf(by, tenant).from("tenant_users").select("display_name").eq("tenant_id", tenant)).data
        ?.length;
    expect(await rows(ana)).toBe(3);
    expect(await rows(owner)).toBe(4);
    expect((await dbOf(ana, tenant).from("user_profiles").select("display_name")).data).toEqual([
      { display_name: "Ana Água" },
    ]);
  });

  it("still has a page for who knows of them", async () => {
    expect((await page(ana, cleo))?.member).toMatchObject({ name: "Cleo", unlisted: false });
    expect((await page(owner, cleo))?.member.unlisted).toBe(true);
  });

  it("is suggested as a mention where they wrote, and nowhere else", async () => {
    const write = async (by: Person) => {
      const [row] = await sql<{ id: string }>(
        "insert into public.posts (tenant_id, author_id, visibility, body) values ($1, $2, 'members', 'x') returning id",
        [tenant, by.id],
      );
      return row?.id ?? "";
    };
    const suggested = async (by: Person, post: string | null) => {
      const { data } = await dbOf(by, tenant).rpc("find_people", {
        p_tenant: tenant,
        p_query: "cle",
        p_post: post,
      });
      return (data as { name: string }[]).map(({ name }) => name);
    };
    const [theirs, other] = [await write(cleo), await write(ben)];
    expect(await suggested(ana, null)).toEqual([]);
    expect(await suggested(ana, other)).toEqual([]);
    expect(await suggested(ana, theirs)).toEqual(["Cleo"]);
    expect(await suggested(owner, null)).toEqual(["Cleo"]);
    await sql(
      "insert into public.post_comments (tenant_id, post_id, author_id, body) values ($1, $2, $3, 'y')",
      [tenant, other, cleo.id],
    );
    expect(await suggested(ana, other)).toEqual(["Cleo"]);
  });
});

describe("parts with readers of their own", () => {
  it("show to those readers alone, on cards and pages and to filters", async () => {
    const card = async (by: Person) => (await list(by, { p_query: "ben" })).items[0];
    expect(await card(ana)).toMatchObject({ city: "lisbon", interests: [] });
    expect(await card(owner)).toMatchObject({ city: "lisbon", interests: ["sailing"] });
    expect((await page(ana, ben))?.member.interests).toEqual([]);
    expect((await page(owner, ben))?.member.interests).toEqual(["sailing"]);
    await save(ana, tenant, "Ana Água", { city: "Lisbon", cityFor: "nobody", skills: ["Sailing", "Knots"] });
    expect((await page(owner, ana))?.member.city).toBe("");
    expect(await names(owner, { p_city: "lisbon" })).toEqual(["Ben"]);
    await save(ana, tenant, "Ana Água", { city: "Lisbon", skills: ["Sailing", "Knots"] });
  });

  it("come back whole to their owner, with the words of others", async () => {
    const { data } = await dbOf(ben, tenant).rpc("my_face", { p_tenant: tenant });
    expect(faceSchema.parse(data)).toMatchObject({
      interests: ["sailing"],
      interests_for: "moderators",
      known_cities: ["Lisbon"],
      known_words: ["Knots", "Sailing"],
    });
  });

  it("stay bounded", async () => {
    const words = Array.from({ length: 11 }, (_, n) => `w${n}`);
    await expect(save(ben, tenant, "Ben", { skills: words })).rejects.toThrow();
    await expect(save(ben, tenant, "Ben", { skills: ["x".repeat(41)] })).rejects.toThrow();
  });
});

describe("filters", () => {
  it("combine, and their figures say what each would leave", async () => {
    expect(await names(ana, { p_city: "LISBON" })).toEqual(["Ana Água", "Ben"]);
    expect(await names(ana, { p_city: "lisbon", p_tag: "knots" })).toEqual(["Ana Água"]);
    expect(await names(ana, { p_city: "lisbon", p_tag: "knots", p_role: "owner" })).toEqual([]);
    const { choices } = await list(ana, { p_city: "lisbon" });
    expect(choices).toMatchObject({
      roles: { owner: 0, member: 2 },
      tags: [
        { key: "knots", label: "Knots", count: 1 },
        { key: "sailing", label: "Sailing", count: 1 },
      ],
      cities: [{ key: "lisbon", label: "Lisbon", count: 2 }],
    });
    expect(choices?.letters).toBeUndefined();
  });

  it("follow who leaves and comes back", async () => {
    const guest = await createPerson("Gus");
    await join(guest, tenant);
    await save(guest, tenant, "Gus", { city: "Faro" });
    const cities = async () => (await list(ana)).choices?.cities.map(({ label }) => label);
    expect(await cities()).toEqual(["Lisbon", "Faro"]);
    await dbOf(guest, tenant).rpc("leave_community", { p_tenant: tenant });
    expect(await cities()).toEqual(["Lisbon"]);
    await join(guest, tenant);
    expect(await cities()).toEqual(["Lisbon", "Faro"]);
    await dbOf(guest, tenant).rpc("leave_community", { p_tenant: tenant });
  });

  it("begin at a letter and go on by name without gaps", async () => {
    expect(await names(ana, { p_letter: "b" })).toEqual(["Ben", "Owen"]);
    const first = await list(ana, { p_limit: 2 });
    expect(first.items.map(({ name }) => name)).toEqual(["Ana Água", "Ben"]);
    const next = { p_after_joined: first.next?.at, p_after_id: first.next?.id };
    expect(await names(ana, { p_limit: 2, ...next })).toEqual(["Owen"]);
  });

  it("look for any part of a name from three letters on, for beginnings of words below", async () => {
    expect(await names(ana, { p_query: "ÁGU" })).toEqual(["Ana Água"]);
    expect(await names(ana, { p_query: "gua" })).toEqual(["Ana Água"]);
    expect(await names(ana, { p_query: "ág" })).toEqual(["Ana Água"]);
    expect(await names(ana, { p_query: "gu" })).toEqual([]);
  });
});

describe("communities that two people share", () => {
  it("are told where both show both their memberships there, and only then", async () => {
    const reef = await createCommunity(owner);
    await Promise.all([join(ana, reef.id), join(ben, reef.id)]);
    const shared = async () => (await page(ana, ben))?.shared.map(({ slug }) => slug);
    expect(await shared()).toEqual([]);
    await save(ana, reef.id, "Ana", { shows: true });
    expect(await shared()).toEqual([]);
    await save(ben, reef.id, "Ben", { shows: true });
    expect(await shared()).toEqual([reef.slug]);
    expect((await page(cleo, ben))?.shared).toEqual([]);
    await dbOf(ben, reef.id).rpc("leave_community", { p_tenant: reef.id });
    expect(await shared()).toEqual([]);
  });
});

describe("the file of members", () => {
  const begin = (by: Person, id = randomUUID()) =>
    dbOf(by, tenant).rpc("begin_member_export", { p_tenant: tenant, p_export: id });
  const read = (by: Person, id: string, query: object = {}) =>
    dbOf(by, tenant).rpc("export_members", { p_tenant: tenant, p_export: id, ...query });

  it("is begun by admins, leaves one line in the audit log, and is read by who began it", async () => {
    expect((await begin(ana)).error?.message).toBe("forbidden:role");
    const id = randomUUID();
    expect((await begin(owner, id)).data).toBe(4);
    const logged = await sql(
      "select actor_id, new from public.audit_logs where tenant_id = $1 and action = 'members.exported'",
      [tenant],
    );
    expect(logged).toEqual([{ actor_id: owner.id, new: { count: 4 } }]);
    const rows = (await read(owner, id)).data as { name: string; city: string; listed: boolean }[];
    expect(rows.map(({ name }) => name)).toEqual(["Owen", "Ana Água", "Ben", "Cleo"]);
    expect(rows.at(-1)).toMatchObject({ city: "Porto", listed: false });
    expect(JSON.stringify(rows)).not.toContain("@");
    expect((await read(ana, id)).error?.message).toBe("forbidden:role");
    expect((await read(owner, owner.id)).error?.message).toBe("not_found:export");
  });

  it("comes page by page, and ten times an hour at most", async () => {
    const id = randomUUID();
    await begin(owner, id);
    const seen: string[] = [];
    let after: { joined_at: string; id: string } | undefined;
    do {
      const answer = await read(owner, id, {
        p_limit: 3,
        p_after_joined: after?.joined_at,
        p_after_id: after?.id,
      });
      const rows = answer.data as { joined_at: string; id: string }[];
      seen.push(...rows.map(({ id }) => id));
      after = rows.at(-1);
    } while (after);
    expect(new Set(seen).size).toBe(4);
    expect(seen).toHaveLength(4);
    for (let n = 0; n < 8; n++) expect((await begin(owner)).error).toBeNull();
    expect((await begin(owner)).error?.message).toBe("rate_limited:exports");
  });
});
