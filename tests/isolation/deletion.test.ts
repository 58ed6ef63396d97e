import { expect, test } from "vitest";
import { deletionSchema } from "@/lib/deletion/schemas";
import { as, tokenOf } from "./engine/acts.ts";
import { harbour, personOf } from "./engine/cast.ts";
import { rowsOf } from "./engine/db.ts";
import { ask, cancel, context, expire, one, signIn, traces, work } from "./engine/deletion.ts";
import { planted, serverToken } from "./engine/harness.ts";

test("asking takes a fresh sign-in on the network host, twice is told so, and taking back leaves nothing", async () => {
  await planted(async (db) => {
    const stale = await signIn(db, "dual", 16);
    expect(await as(db, stale.token, ask())).toBe("forbidden:sign_in_again");
    const { id, token } = await signIn(db, "dual");
    expect(await as(db, tokenOf(id), ask())).toBe("forbidden:sign_in_again");
    expect(await as(db, tokenOf(id, harbour), ask())).toBe("forbidden:network_only");
    expect(await as(db, tokenOf(id, harbour), cancel)).toBe("forbidden:network_only");
    expect(await as(db, token, ask({}, "burn"))).toBe("invalid:mode");
    expect(await as(db, token, ask({ [harbour.id]: "burn" }))).toBe("invalid:mode");
    expect(await as(db, token, cancel)).toBe("not_found:deletion");
    expect(await as(db, token, ask())).toBe(true);
    expect(await as(db, token, ask())).toBe("conflict:deletion_waiting");
    expect(await work(db)).toEqual([]);
    const told = deletionSchema.parse(await as(db, stale.token, "public.account_deletion()"));
    expect(told.waiting).toMatchObject({ mode: "anonymise", begun: false });
    expect([told.fresh, told.communities.length > 1]).toEqual([false, true]);
    // No fresh sign-in is needed to stay.
    expect(await as(db, stale.token, cancel)).toBe("");
    expect(await rowsOf(db, "select from private.erasures where tenant_id is null")).toEqual([]);
    await expire(db);
    expect(await work(db)).toEqual([]);
  });
});

test("until something is done one can come back; from then on the way back is shut, and so is every door", async () => {
  await planted(async (db) => {
    const account = await signIn(db, "dual");
    const viewer = () => as<{ leaves_at: string | null } | null>(db, serverToken, context(account));
    expect(await viewer()).toMatchObject({ leaves_at: null });
    await as(db, account.token, ask());
    expect(await viewer()).toMatchObject({ leaves_at: expect.stringMatching(/^20/) });
    await expire(db);
    await as(db, account.token, cancel);
    expect(await work(db)).toEqual([]);
    await as(db, account.token, ask());
    await expire(db);
    expect((await one(db, "select step from private.erase_account_step()"))?.step).toBe("begun");
    expect(await as(db, account.token, cancel)).toBe("conflict:deletion_begun");
    expect(await as(db, account.token, ask())).toBe("forbidden:sign_in_again");
    expect(await viewer()).toBe(null);
    // Whoever gets a sign-in nevertheless is nobody with it.
    const again = await signIn(db, "dual");
    expect(await as(db, serverToken, context(again))).toBe(null);
    // Text by text, and a community is left once all the same.
    await db.query(
      `create or replace function private.erasing_batch() returns integer
       language sql stable parallel safe set search_path = '' as 'select 1'`,
    );
    await db.query("update private.erasures set mode = 'remove' where tenant_id is null");
    const communities = (await rowsOf(db, "select from public.tenant_users where user_id = $1", [account.id]))
      .length;
    const steps = await work(db);
    expect(steps.at(-1)).toBe("done");
    expect(steps.filter((step) => step === "left").length).toBeGreaterThan(communities);
    const ledger = await one<{ counts: { communities: number } }>(
      db,
      "select counts from private.erasures where tenant_id is null",
    );
    expect(ledger?.counts.communities).toBe(communities);
    expect(await traces(db, account.id)).toEqual([]);
  });
});

test("the last owner is told who could follow, and an account waits for that even when its time has come", async () => {
  await planted(async (db) => {
    const { id, token } = await signIn(db, "owner");
    expect(await as(db, token, ask())).toBe("conflict:owner_somewhere");
    const told = deletionSchema.parse(await as(db, token, "public.account_deletion()"));
    expect(told.communities.map(({ held, heirs }) => [held, heirs[0]?.role])).toEqual([[true, "admin"]]);
    const heir = personOf(harbour, "admin");
    const set = (role: string) =>
      db.query("update public.tenant_users set role = $3 where tenant_id = $1 and user_id = $2", [
        harbour.id,
        heir,
        role,
      ]);
    await set("owner");
    expect(await as(db, token, ask())).toBe(true);
    await set("admin");
    await expire(db);
    expect(await work(db)).toEqual([]);
    await set("owner");
    expect((await work(db)).at(-1)).toBe("done");
    expect(await traces(db, id)).toEqual([]);
    const owners = "select user_id from public.tenant_users where tenant_id = $1 and role = 'owner'";
    expect(await rowsOf(db, owners, [harbour.id])).toEqual([{ user_id: heir }]);
  });
});

test("a community ends with the only person in it, and passes to whoever came meanwhile", async () => {
  await planted(async (db) => {
    const { id, token } = await signIn(db, "dual");
    const found = async (slug: string) =>
      (await as<{ id: string }>(
        db,
        token,
        `public.create_community(p_slug => '${slug}', p_name => 'Lone', p_privacy => 'public', p_join_policy => 'open')`,
      )) as {
        id: string;
      };
    const [alone, joined] = [await found("lonely-rock"), await found("lately-found")];
    const told = deletionSchema.parse(await as(db, token, "public.account_deletion()"));
    const closing = told.communities.filter((place) => place.closes).map((place) => place.community.slug);
    expect(closing.sort()).toEqual(["lately-found", "lonely-rock"]);
    expect(await as(db, token, ask())).toBe(true);
    await expire(db);
    expect((await one(db, "select step from private.erase_account_step()"))?.step).toBe("begun");
    const late = tokenOf(personOf(harbour, "member"));
    expect(await as(db, late, `public.join_community('${joined.id}')`)).toBe("active");
    expect((await work(db)).at(-1)).toBe("done");
    const status = async (of: string) =>
      (await one(db, "select status from public.tenants where id = $1", [of]))?.status;
    expect([await status(alone.id), await status(joined.id)]).toEqual(["deleted", "active"]);
    expect(
      await rowsOf(db, "select user_id from public.tenant_users where tenant_id = $1 and role = 'owner'", [
        joined.id,
      ]),
    ).toEqual([{ user_id: personOf(harbour, "member") }]);
    expect(await traces(db, id)).toEqual([]);
  });
});
