import { expect, test } from "vitest";
import { LOCALES } from "@/lib/i18n/locales";
import { leavePreviewSchema } from "@/lib/leaving/schemas";
import { isFormerName } from "@/lib/posts/former-name";
import { as, call, tokenOf } from "./engine/acts.ts";
import { harbour, meadow, personOf } from "./engine/cast.ts";
import { rowsOf, undone } from "./engine/db.ts";
import { planted } from "./engine/harness.ts";
import { emptyingBy, slug } from "./engine/leaving.ts";
import { snapshot, textOf } from "./engine/snapshots.ts";

test("leaving and keeping changes the membership, groups and shares, and not a word", async () => {
  await planted(async (db) => {
    const person = personOf(harbour, "dual");
    const before = await snapshot(db);
    await call(db, tokenOf(person), `public.leave_community('${harbour.id}')`);
    const after = await snapshot(db);
    const changed = new Set(
      [...before].flatMap(([table, rows]) =>
        [...rows].flatMap(([key, row]) =>
          textOf(row) === textOf(after.get(table)?.get(key)) ? [] : [table.replace("public.", "")],
        ),
      ),
    );
    expect([...changed].sort()).toEqual([
      "content_sharing",
      "group_members",
      "private.member_words",
      "tenant_users",
    ]);
    expect((await rowsOf(db, "select private.erase_next() as done"))[0]).toEqual({ done: false });
  });
});

test("nobody comes back while what they asked for is still being done, and may afterwards", async () => {
  await planted(async (db) => {
    const token = tokenOf(personOf(harbour, "member"));
    await call(db, token, `public.leave_community('${harbour.id}', 'anonymise')`);
    const join = `public.join_community('${harbour.id}')`;
    expect(await as(db, token, join)).toBe("conflict:still_leaving");
    await db.query("select private.erase_next()");
    expect(await as(db, token, join)).toBe("active");
    const [mine] = await rowsOf<{ posts: number }>(
      db,
      "select count(*)::int as posts from public.posts where tenant_id = $1 and author_id = $2",
      [harbour.id, personOf(harbour, "member")],
    );
    expect(mine).toEqual({ posts: 0 });
  });
});

test("who leaves without their name gets one that the app knows, in the language of each community", async () => {
  await planted(async (db) => {
    const names = await rowsOf<{ name: string }>(
      db,
      "select private.former_member(locale) as name from unnest($1::text[]) locale",
      [[...LOCALES, "ar-EG", "fi"]],
    );
    expect(names.filter(({ name }) => !isFormerName(name))).toEqual([]);
    expect(new Set(names.map(({ name }) => name)).size).toBe(LOCALES.length);
  });
});

test("only the erasing transaction changes the log, and there only whom a row names and what it says", async () => {
  await planted(async (db) => {
    const refused = (statement: string) =>
      undone(db, async () => {
        try {
          await db.query(statement);
          return "done";
        } catch (error) {
          return error instanceof Error ? error.message : String(error);
        }
      });
    const append = "forbidden:append_only";
    const blank = "update public.domain_events set data = '{}'";
    expect(await refused(blank)).toBe(append);
    expect(
      await refused(`do $$ begin perform set_config('archipelago.erasing', 'on', true); ${blank}; end $$`),
    ).toBe(append);
    await db.query("select private.set_erasing(true)");
    expect(await refused(blank)).toBe("done");
    for (const other of [
      "type = 'x'",
      "occurred_at = now() + interval '1 day'",
      "tenant_id = gen_random_uuid()",
    ]) {
      expect(await refused(`update public.domain_events set ${other}`)).toBe(append);
    }
    expect(await refused("delete from public.domain_events")).toBe(append);
    expect(await refused("update public.audit_logs set reason = 'x'")).toBe(append);
    await db.query("select private.set_erasing(false)");
    expect(await refused(blank)).toBe(append);
    const member = tokenOf(personOf(harbour, "owner"), harbour);
    expect(await as(db, member, "private.set_erasing(true)::text")).toMatch(/permission denied/);
    expect(await as(db, member, "private.is_erasing()::text")).toMatch(/permission denied/);
  });
});

test("the last owner is told who could follow, and cannot leave", async () => {
  await planted(async (db) => {
    const owner = tokenOf(personOf(harbour, "owner"));
    const preview = await call<{ last_owner: boolean; heirs: { role: string }[] }>(
      db,
      owner,
      `public.leave_preview('${slug}')`,
    );
    expect(leavePreviewSchema.safeParse(preview).error).toBeUndefined();
    expect(preview.last_owner).toBe(true);
    expect(preview.heirs.map((heir) => heir.role).slice(0, 2)).toEqual(["admin", "moderator"]);
    expect(await as(db, owner, `public.leave_community('${harbour.id}', 'remove')`)).toBe(
      "conflict:last_owner",
    );
    expect(await rowsOf(db, "select from private.erasures where state = 'waiting'")).toEqual([]);
    const dual = tokenOf(personOf(harbour, "dual"), meadow);
    expect(await as(db, dual, `public.leave_preview('${slug}')`)).toBe("forbidden:network_only");
  });
});

test("what goes, goes batch by batch: what was done stays done, and nobody comes back meanwhile", async () => {
  await planted(async (db) => {
    const person = personOf(harbour, "member");
    const mine = `tenant_id = '${harbour.id}' and author_id = '${person}'`;
    await db.query(
      `insert into public.posts (tenant_id, author_id, title, body, visibility)
       select '${harbour.id}', '${person}', 'Post ' || n, 'words', 'members' from generate_series(1, 25) n`,
    );
    await emptyingBy(db, 10);
    const open = async () =>
      (
        await rowsOf<{ n: number }>(
          db,
          `select count(*)::integer as n from public.posts where ${mine} and body <> ''`,
        )
      )[0]?.n;
    const token = tokenOf(person);
    await call(db, token, `public.leave_community('${harbour.id}', 'remove')`);
    const left = [await open()];
    for (;;) {
      const [{ done } = { done: false }] = await rowsOf<{ done: boolean }>(
        db,
        "select private.erase_next() as done",
      );
      if (!done) break;
      left.push(await open());
      const waits = await rowsOf(db, `select from private.erasures where user_id = '${person}'`);
      if (waits.length === 0) break;
      expect(await as(db, token, `public.join_community('${harbour.id}')`)).toContain("conflict:");
    }
    // All of it is written under the person until the last step, and emptied ten by ten.
    const [first = 0] = left;
    expect(first).toBeGreaterThanOrEqual(25);
    expect(left.length).toBeGreaterThan(3);
    for (const [step, n = 0] of left.entries()) expect(n).toBeLessThanOrEqual(Math.max(0, first - 10 * step));
    expect(left.at(-1)).toBe(0);
    const rest = await rowsOf(db, `select 1 from public.posts where ${mine}`);
    expect(rest).toEqual([]);
  });
});
