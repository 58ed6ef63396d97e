import { execFile } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { AppError } from "@/lib/errors/app-error";
import { exportPath } from "@/lib/exports/link";
import { exportFile, makeExport, sweepExports } from "@/lib/exports/make-export";
import { openExport } from "@/lib/exports/mutations";
import { MARK_SIDES } from "@/lib/media/sizes";
import { exportSections, type Section } from "@/lib/personal-data/sections";
import { adminSql, sql, stackEnv } from "../../support/stack.ts";
import { unzip } from "../../support/unzip.ts";
import { createCommunity, createPerson, dbOf, join, type Person, serverDb } from "../people.ts";
import { ask, make, query, take, worker } from "./making.ts";

const run = promisify(execFile);
const MARK = "<script>alert('x')</script> & \"quoted\"";

/** Ana and Ben write in two communities, each to both. */
async function makeIsles() {
  const [ana, ben] = [await createPerson("Ana"), await createPerson("Ben")];
  const isles = [await createCommunity(ana), await createCommunity(ben)];
  const [birch, cedar] = isles as [(typeof isles)[number], (typeof isles)[number]];
  await join(ben, birch.id);
  await join(ana, cedar.id);
  for (const [who, at] of [birch, cedar].flatMap((isle) =>
    [ana, ben].map((person) => [person, isle] as const),
  )) {
    await sql(
      `with p as (insert into public.posts (tenant_id, author_id, title, body) values ($1, $2::uuid, $3, 'words of ' || ($2::uuid)::text) returning id)
       insert into public.post_comments (tenant_id, post_id, author_id, body)
       select $1, x.id, $2::uuid, 'answer of ' || ($2::uuid)::text from public.posts x where x.tenant_id = $1 limit 1`,
      [at.id, who.id, MARK],
    );
    await sql(
      "insert into public.post_likes (tenant_id, post_id, user_id) select $1, id, $2 from public.posts where tenant_id = $1",
      [at.id, who.id],
    );
  }
  // On the host of staff, and of a community that she does not belong to.
  await sql(
    `insert into private.host_sessions (token_hash, user_id, tenant_id, host, auth_session_id)
     select gen_random_uuid()::text, $1, t.id, 'x.test', $2 from unnest(array[null, $3, $4]::uuid[]) t(id)`,
    [ana.id, ana.sessionId, birch.id, (await createCommunity(ben)).id],
  );
  return { ana, ben, birch, cedar };
}

/** Gives somebody a face everywhere, and another in one community. */
async function giveFaces(person: Person, tenantId: string): Promise<{ base: string; face: string }> {
  const put = async (db: ReturnType<typeof dbOf>, folder: string) => {
    const path = `${folder}/${person.id}/${randomUUID()}`;
    for (const side of MARK_SIDES) {
      const { error } = await db.storage
        .from("avatars")
        .upload(`${path}/${side}.webp`, Buffer.from(`${folder} ${side}`), { contentType: "image/webp" });
      expect(error).toBeNull();
    }
    return path;
  };
  const there = dbOf(person, tenantId);
  const [base, face] = [await put(dbOf(person), "people"), await put(there, tenantId)];
  expect((await dbOf(person).rpc("set_my_avatar", { p_path: base })).error).toBeNull();
  expect((await there.rpc("set_face_avatar", { p_tenant: tenantId, p_path: face })).error).toBeNull();
  return { base, face };
}

test("an export holds the address that one signs in with, and the largest file of each face", async () => {
  const { ana, birch, cedar } = await makeIsles();
  const { base, face } = await giveFaces(ana, birch.id);
  const { files } = await make(ana);
  const lineOf = (name: string) => JSON.parse(files.get(`data/${name}.jsonl`)?.toString() ?? "null");
  expect(lineOf("profile")).toMatchObject({ id: ana.id, email: ana.email, avatar_path: base });
  expect(lineOf("faces")).toMatchObject({ tenant_id: birch.id, avatar_path: face });
  const pictures = (of: typeof files) =>
    Object.fromEntries(
      [...of].filter(([path]) => path.startsWith("avatars/")).map(([path, file]) => [path, String(file)]),
    );
  const everywhere = { [`avatars/${base}/320.webp`]: "people 320" };
  const there = { [`avatars/${face}/320.webp`]: `${birch.id} 320` };
  expect(pictures(files)).toEqual({ ...everywhere, ...there });
  expect(pictures((await make(ana, birch.slug)).files)).toEqual(there);
  expect(pictures((await make(ana, cedar.slug)).files)).toEqual(everywhere);
});

test("an export holds exactly the rows of its person, of all communities or of one", async () => {
  const { ana, ben, birch } = await makeIsles();
  for (const [slug, tenantId] of [
    [null, null],
    [birch.slug, birch.id],
  ] as const) {
    const { files } = await make(ana, slug);
    const manifest = JSON.parse(files.get("manifest.json")?.toString() ?? "{}");
    for (const [name, section] of Object.entries<Section>(exportSections)) {
      const lines = files.get(`data/${name}.jsonl`);
      if (tenantId && !section.tenant) {
        expect([name, lines]).toEqual([name, undefined]);
        continue;
      }
      const told = (lines?.toString() ?? "")
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line));
      const own = await query<{ row: Record<string, unknown> }>(
        `select to_jsonb(x) as row from ${section.table} x where x.${section.person} = $1
         and ${section.tenant ? `coalesce(x.${section.tenant} = $2::uuid, $2 is null)` : "$2::uuid is null"}
         ${section.where ? `and ${section.where}` : ""} order by ${section.key.join(", ")}`,
        [ana.id, tenantId],
      );
      const same = (row: Record<string, unknown>) =>
        Object.fromEntries(section.columns.map((column) => [column, row[column]]));
      // The export itself was being made at that moment.
      const moving = name === "exports" ? [] : told.map(same);
      expect([name, moving]).toEqual([name, name === "exports" ? [] : own.map(({ row }) => same(row))]);
      expect([name, manifest.sections[name]]).toEqual([name, told.length]);
    }
    const everything = [...files.values()].map(String).join("\n");
    expect(everything).toContain(`words of ${ana.id}`);
    expect(everything).not.toContain(`words of ${ben.id}`);
    expect(everything).not.toContain(`answer of ${ben.id}`);
    expect(everything).not.toContain(ben.email);
    const pages = [...files].filter(([path]) => path.endsWith(".html")).map(([, page]) => String(page));
    expect(pages.join("\n")).not.toContain("<script");
    for (const file of manifest.files) {
      const content = files.get(file.path) ?? Buffer.alloc(0);
      const sha256 = createHash("sha256").update(content).digest("hex");
      expect([file.path, file.bytes, file.sha256]).toEqual([file.path, content.length, sha256]);
    }
    expect([...files.keys()].sort()).toEqual(
      [...manifest.files.map((file: { path: string }) => file.path), "manifest.json"].sort(),
    );
  }
});

const refusal = async (work: Promise<unknown>) => {
  try {
    await work;
    return "opened";
  } catch (error) {
    return error instanceof AppError ? error.reason : String(error);
  }
};

test("a link opens for its owner alone, more than once, shortly after signing in and within its week", async () => {
  const { ana, ben } = await makeIsles();
  const { id, zip } = await make(ana);
  const [card] = await sql<{ expires_at: Date; checksum: string; bytes: string }>(
    "select expires_at, checksum, bytes from public.data_exports where id = $1",
    [id],
  );
  if (!card) throw new Error("no export");
  expect([card.checksum, Number(card.bytes)]).toEqual([
    createHash("sha256").update(zip).digest("hex"),
    zip.length,
  ]);
  const link = exportPath({ id, userId: ana.id, expiresAt: card.expires_at.toISOString() });
  const token = new URL(link, "http://x").searchParams.get("token") ?? "";
  const as = (person: Person) => ({
    db: dbOf(person),
    viewer: { id: person.id } as Parameters<typeof openExport>[0]["viewer"],
    requestId: "test",
    ip: "",
  });
  const sign = (person: Person, ago: string) =>
    sql("update auth.sessions set created_at = now() - $2::interval where id = $1", [person.sessionId, ago]);
  for (const person of [ana, ben]) await sign(person, "0 s");
  const opened = await openExport(as(ana), { id, token });
  expect(opened.bytes).toBe(zip.length);
  expect(Buffer.from(await new Response(opened.content).arrayBuffer()).equals(zip)).toBe(true);
  expect(await refusal(openExport(as(ana), { id, token }))).toBe("opened");
  expect(await refusal(openExport(as(ana), { id, token: `${token.slice(0, -2)}AA` }))).toBe("wrong_link");
  expect(await refusal(openExport(as(ana), { id, token: "x" }))).toBe("wrong_link");
  expect(await refusal(openExport(as(ben), { id, token }))).toBe("export");
  await sign(ana, "1 hour");
  expect(await refusal(openExport(as(ana), { id, token }))).toBe("sign_in_again");
  const [uses] = await sql<{ n: number }>(
    "select count(*)::int as n from public.audit_logs where action = 'export.opened' and target_id = $1 and actor_id = $2",
    [id, ana.id],
  );
  expect(uses?.n).toBe(2);
  const { data } = await dbOf(ben).storage.from("exports").download(exportFile(id));
  expect(data).toBeNull();
  expect((await dbOf(ana).storage.from("exports").download(exportFile(id))).data).toBeNull();
  await sql("update public.data_exports set expires_at = now() where id = $1", [id]);
  expect(await refusal(openExport(as(ana), { id, token }))).toBe("export_expired");
  expect(await sweepExports(query, serverDb())).toBe(1);
  expect((await serverDb().storage.from("exports").download(exportFile(id))).data).toBeNull();
  expect(await refusal(openExport(as(ana), { id, token }))).toBe("export_expired");
});

test("the second waits for the first; what is stopped, or whose person is gone, is not kept", async () => {
  const { ana, ben } = await makeIsles();
  const id = await ask(ana);
  await expect(ask(ana)).rejects.toThrow("conflict:export_running");
  const due = await take();
  expect(due.id).toBe(id);
  await expect(ask(ana)).rejects.toThrow("conflict:export_running");
  const { error } = await dbOf(ben).rpc("cancel_export", { p_export: id });
  expect(error?.message).toBe("not_found:export");
  await dbOf(ana).rpc("cancel_export", { p_export: id });
  expect(await makeExport(worker, due)).toBe("cancelled");
  await ask(ana);
  const again = await take();
  await sql("delete from public.data_exports where id = $1", [again.id]);
  expect(await makeExport(worker, again)).toBe("cancelled");
  const { data } = await serverDb().storage.from("exports").download(exportFile(again.id));
  expect(data).toBeNull();
});

test("where a worker was killed while it kept the file, the next one makes it anew", async () => {
  const { ana } = await makeIsles();
  const id = await ask(ana);
  await take();
  const files = serverDb().storage.from("exports");
  const half = await files.upload(exportFile(id), Buffer.from("half a file"), {
    contentType: "application/zip",
  });
  expect(half.error).toBeNull();
  await sql("update public.data_exports set seen_at = now() - interval '6 minutes' where id = $1", [id]);
  const due = await take();
  expect(due.id).toBe(id);
  expect(await makeExport(worker, due)).toBe("done");
  const { data } = await files.download(exportFile(id));
  if (!data) throw new Error("no file is kept");
  expect((await unzip(Buffer.from(await data.arrayBuffer()))).size).toBeGreaterThan(0);
  // What is done stays: not even the app removes it before its time.
  await files.remove([exportFile(id)]);
  expect((await files.download(exportFile(id))).data).not.toBeNull();
});

test("50,000 rows take less than 100 MB more memory", async () => {
  const ana = await createPerson("Ana");
  const isle = await createCommunity(ana);
  await adminSql(
    `do $$ begin
       perform set_config('session_replication_role', 'replica', true);
       insert into public.posts (tenant_id, author_id, title, body)
       select '${isle.id}', '${ana.id}', 'Post ' || n, repeat('words and more words ', 25) from generate_series(1, 50000) n;
     end $$`,
  );
  // With the flag that the worker runs with: without it, what is thrown away piles up before it is collected.
  const script = new URL("./write-many.ts", import.meta.url).pathname;
  const { stdout } = await run(
    process.execPath,
    ["--max-semi-space-size=8", "--import", "tsx", script, stackEnv().DATABASE_URL, ana.id],
    {
      timeout: 120_000,
    },
  );
  const { bytes, grown } = JSON.parse(stdout) as { bytes: number; grown: number };
  expect(bytes).toBeGreaterThan(500_000);
  expect(grown).toBeLessThan(100 * 1024 * 1024);
}, 180_000);
