import { beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { withViewerApi } from "@/lib/actions/with-api";
import { signInAction } from "@/lib/auth/actions";
import { cancelDeletionAction, requestDeletionAction } from "@/lib/deletion/actions";
import { eraseAccounts } from "@/lib/deletion/erase-accounts";
import { type DueExport, exportFile, makeExport, sweepExports } from "@/lib/exports/make-export";
import { poolFor, sql, stackEnv } from "../../support/stack.ts";
import { act, type Browser, call, network, newBrowser } from "../core/request.ts";
import { createCommunity, createPerson, dbOf, join, type Person, serverDb } from "../people.ts";
import { anonClient, newAddress, password } from "../stack/clients.ts";

vi.mock("next/headers", async () => (await import("../core/request.ts")).nextHeaders);
vi.mock("next-intl/server", async () => (await import("../core/request.ts")).nextIntl);

const query = async <Row>(text: string, values?: unknown[]) =>
  (await poolFor(stackEnv().DATABASE_URL).query(text, values)).rows as Row[];
const exporter = { query, hold: <T>(work: (own: typeof query) => Promise<T>) => work(query) };
const page = { url: `${network}/account/delete`, headers: { "next-action": "id" } };
const known = withViewerApi({ input: z.object({}), run: async () => ({}) });

let email: string;
let person: Person;
let browser: Browser;

const signIn = (from: Browser) =>
  act(from, { ...page, url: `${network}/sign-in` }, () => signInAction({ email, password }));
const isKnown = async () => (await call(browser, known, { url: `${network}/api/x` })).status === 200;
const ask = (input: Record<string, unknown>) =>
  act(browser, page, () => requestDeletionAction({ mode: "anonymise", sure: "on", ...input }));
const expire = () =>
  sql(
    "update private.erasures set due_at = now() - interval '1 second' where user_id = $1 and tenant_id is null",
    [person.id],
  );
const age = () =>
  sql("update auth.sessions set created_at = now() - interval '1 hour' where user_id = $1", [person.id]);

beforeEach(async () => {
  email = newAddress();
  const { data } = await anonClient().auth.signUp({ email, password });
  const id = data.user?.id ?? "";
  await sql("update auth.users set email_confirmed_at = now(), confirmation_token = '' where id = $1", [id]);
  browser = newBrowser();
  expect(await signIn(browser)).toMatchObject({ ok: true });
  const [session] = await sql<{ id: string }>("select id from auth.sessions where user_id = $1", [id]);
  person = { id, sessionId: session?.id ?? "", email };
});

test("an hour after signing in it takes the password, which leaves the sign-in as it was", async () => {
  await age();
  expect(await ask({})).toMatchObject({ ok: false, error: { reason: "sign_in_again" } });
  expect(await ask({ password: "not-the-password" })).toMatchObject({
    ok: false,
    error: { fields: { password: "wrong_password" } },
  });
  expect(await ask({ password })).toMatchObject({ ok: true });
  expect(await ask({ password })).toMatchObject({ ok: false, error: { reason: "deletion_waiting" } });
  const sessions = await sql<{ id: string }>("select id from auth.sessions where user_id = $1", [person.id]);
  expect(sessions.map((session) => session.id)).toEqual([person.sessionId]);
  expect(await isKnown()).toBe(true);
  expect(await act(browser, page, () => cancelDeletionAction({}))).toMatchObject({ ok: true });
});

test("who signs in while it is erased gets in nowhere, and the address is free for somebody new afterwards", async () => {
  expect(await ask({})).toMatchObject({ ok: true });
  await expire();
  expect(await query("select step from private.erase_account_step()")).toEqual([{ step: "begun" }]);
  expect(await isKnown()).toBe(false);
  browser = newBrowser();
  await signIn(browser);
  expect(await isKnown()).toBe(false);
  expect(await eraseAccounts(query, serverDb())).toBe(1);
  expect(await signIn(newBrowser())).toMatchObject({ ok: false, error: { reason: "wrong_credentials" } });
  expect(await sql("select from auth.users where email = $1", [email])).toEqual([]);
  const { data } = await anonClient().auth.signUp({ email, password });
  expect(data.user?.id).toMatch(/^[0-9a-f-]{36}$/);
  expect(data.user?.id).not.toBe(person.id);
});

async function take(): Promise<DueExport> {
  const [due] = await query<DueExport>("select id, user_id, of_tenant_id from private.take_export()");
  if (!due) throw new Error("nothing waits");
  return due;
}

const files = (id: string) =>
  sql("select name from storage.objects where bucket_id = 'exports' and name = $1", [exportFile(id)]);

test("files go before the person does, and an export that is being made stops", async () => {
  const db = dbOf(person);
  await db.rpc("request_export", { p_slug: null });
  const made = await take();
  expect(await makeExport(exporter, made)).toBe("done");
  await db.rpc("request_export", { p_slug: null });
  const making = await take();
  expect(await files(made.id)).toHaveLength(1);
  expect(await ask({})).toMatchObject({ ok: true });
  await expire();
  expect(await query("select step from private.erase_account_step()")).toEqual([{ step: "begun" }]);
  expect(await makeExport(exporter, making)).toBe("cancelled");
  expect(await eraseAccounts(query, serverDb())).toBe(1);
  await sweepExports(query, serverDb());
  expect([await files(made.id), await files(making.id)]).toEqual([[], []]);
});

test("others keep their community and what they wrote, under a former member's post too", async () => {
  const owner = await createPerson("Owner");
  const isle = await createCommunity(owner);
  await join(person, isle.id);
  const [post] = await sql<{ id: string }>(
    "insert into public.posts (tenant_id, author_id, body) values ($1, $2, 'of one who goes') returning id",
    [isle.id, person.id],
  );
  await sql(
    "insert into public.post_comments (tenant_id, post_id, author_id, body) values ($1, $2, $3, 'stays')",
    [isle.id, post?.id, owner.id],
  );
  expect(await ask({ ways: `${isle.id}:anonymise` })).toMatchObject({ ok: true });
  await expire();
  expect(await eraseAccounts(query, serverDb())).toBe(1);
  const [left] = await sql(
    `select m.display_name as name, p.body, c.body as answer, c.author_id as by
     from public.posts p join public.tenant_users m on m.tenant_id = p.tenant_id and m.user_id = p.author_id
     join public.post_comments c on c.tenant_id = p.tenant_id and c.post_id = p.id where p.id = $1`,
    [post?.id],
  );
  expect(left).toEqual({ name: "Former member", body: "of one who goes", answer: "stays", by: owner.id });
});
