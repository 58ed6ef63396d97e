import { describe, expect, it } from "vitest";
import { event, member, post, type TestArchive, writeArchive } from "@/tests/support/archives";
import { sql } from "@/tests/support/stack";
import { foundCommunity, importFolder, importFolders, snapshot } from "./database";

function archive(slug: string, change: Partial<TestArchive> = {}): TestArchive {
  return { slug, members: [member()], posts: [post()], events: [event()], ...change };
}

async function reason(folder: string, request = {}): Promise<string> {
  const [outcome] = await importFolders([folder], request);
  if (!outcome || outcome.ok) throw new Error("not refused");
  return outcome.error.message;
}

async function claim(slug: string, ref: string, userId: string): Promise<void> {
  await sql(
    `update public.tenant_users m set user_id = $3, display_name = 'Myself' from public.tenants t
     where t.id = m.tenant_id and t.slug = $1 and m.archive_ref = $2`,
    [slug, ref, userId],
  );
}

describe("whose community it is", () => {
  it("leaves a community founded here alone unless told otherwise", async () => {
    await foundCommunity("homegrown");
    const folder = await writeArchive(archive("homegrown"));
    const before = await snapshot();
    expect(await reason(folder)).toMatch(/not made by an import.*--into/);
    expect(await snapshot()).toEqual(before);
    const result = await importFolder(folder, { into: true });
    expect(result.community).toBe("kept");
    expect(await sql("select name from public.tenants where slug = 'homegrown'")).toEqual([
      { name: "Founded here" },
    ]);
    expect((await importFolder(folder)).files["posts.jsonl"].unchanged).toBe(1);
  });

  it("refuses an address that reads like another, or was one", async () => {
    const { tenantId } = await foundCommunity("corner");
    await sql("insert into public.tenant_former_slugs (tenant_id, slug) values ($1, 'old-corner')", [
      tenantId,
    ]);
    expect(await reason(await writeArchive(archive("comer")))).toContain(
      "reads like the address of the community corner",
    );
    expect(await reason(await writeArchive(archive("old-corner")))).toContain(
      "was an address of the community corner",
    );
  });

  it("refuses two folders for one community in one command", async () => {
    const first = await writeArchive(archive("double"));
    const outcomes = await importFolders([first, await writeArchive(archive("double"))]);
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, false]);
  });

  it("keeps the privacy of a community unless the archive names another", async () => {
    const folder = await writeArchive(archive("closing"));
    await importFolder(folder);
    await sql("update public.tenants set privacy = 'private', join_policy = 'invite' where slug = 'closing'");
    expect((await importFolder(folder)).community).toBe("unchanged");
    await writeArchive(archive("closing", { community: { privacy: "secret", name: "Closed" } }), folder);
    expect((await importFolder(folder)).community).toBe("changed");
    const [row] = await sql("select name, privacy, join_policy from public.tenants where slug = 'closing'");
    expect(row).toEqual({ name: "Closed", privacy: "secret", join_policy: "invite" });
  });

  it("refuses a deleted community", async () => {
    const folder = await writeArchive(archive("closed"));
    await importFolder(folder);
    await sql("update public.tenants set status = 'deleted' where slug = 'closed'");
    expect(await reason(folder)).toContain("that is deleted");
  });

  it("makes a person the owner beside the archive's, once", async () => {
    const { email, ownerId } = await foundCommunity("elsewhere");
    const folder = await writeArchive(archive("owned"));
    expect((await importFolder(folder, { ownerEmail: email.toUpperCase() })).ownerChanged).toBe(true);
    expect((await importFolder(folder, { ownerEmail: email })).ownerChanged).toBe(false);
    const owners = await sql(
      `select m.user_id = $1 as person, m.role, m.status from public.tenant_users m
       join public.tenants t on t.id = m.tenant_id where t.slug = 'owned' order by 1`,
      [ownerId],
    );
    expect(owners).toEqual([
      { person: false, role: "owner", status: "active" },
      { person: true, role: "owner", status: "active" },
    ]);
  });

  it("does not begin when nobody signs in with the owner's address", async () => {
    const folder = await writeArchive(archive("no-owner"));
    await expect(importFolders([folder], { ownerEmail: "nobody@example.test" })).rejects.toThrow(
      /nobody@example.test/,
    );
    expect(await sql("select 1 from public.tenants where slug = 'no-owner'")).toEqual([]);
  });
});

describe("whose rows they are", () => {
  it("leaves name, posts and events of a person who claimed them, and counts the difference", async () => {
    const { ownerId } = await foundCommunity("claimants-home");
    const folder = await writeArchive(archive("claimed"));
    await importFolder(folder);
    await claim("claimed", "m1", ownerId);
    const posts = [post({ body: "From the archive" }), post({ id: "p2" })];
    await writeArchive(archive("claimed", { posts, events: [event({ title: "Moved" })] }), folder);
    const { files } = await importFolder(folder);
    expect(files["members.jsonl"]).toMatchObject({ changed: 0, kept: 1 });
    expect(files["posts.jsonl"]).toMatchObject({ added: 1, changed: 0, kept: 1 });
    expect(files["events.jsonl"]).toMatchObject({ changed: 0, kept: 1 });
    const [row] = await sql(`select m.display_name, p.body from public.tenants t
      join public.tenant_users m on m.tenant_id = t.id join public.posts p on p.tenant_id = t.id and p.archive_ref = 'p1'
      where t.slug = 'claimed'`);
    expect(row).toEqual({ display_name: "Myself", body: "A body" });
  });

  it("does not bring back what was removed here", async () => {
    const folder = await writeArchive(archive("removed"));
    await importFolder(folder);
    await sql(`update public.posts p set deleted_at = now(), removed_by = 'moderator' from public.tenants t
      where t.id = p.tenant_id and t.slug = 'removed'`);
    await writeArchive(archive("removed", { posts: [post({ body: "Again" })] }), folder);
    expect((await importFolder(folder)).files["posts.jsonl"]).toMatchObject({ changed: 0, kept: 1 });
    const [row] = await sql(`select p.deleted_at is not null as gone, p.body from public.posts p
      join public.tenants t on t.id = p.tenant_id where t.slug = 'removed'`);
    expect(row).toEqual({ gone: true, body: "A body" });
  });
});
