import { randomBytes, randomUUID } from "node:crypto";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test, vi } from "vitest";
import { exportPath } from "@/lib/exports/link";
import { exportFile } from "@/lib/exports/make-export";
import { sql } from "../../support/stack.ts";
import { type Browser, call, network, newBrowser, signedIn } from "../core/request.ts";
import { type Person, serverDb } from "../people.ts";

vi.mock("next/headers", async () => (await import("../core/request.ts")).nextHeaders);
vi.mock("next-intl/server", async () => (await import("../core/request.ts")).nextIntl);

const { GET } = await import("@/app/network/(shell)/account/exports/[id]/download/route");

/** An export that is done, with this file, and the address that its owner was given. */
async function exported(person: Person, content: Buffer): Promise<{ id: string; link: string }> {
  const id = randomUUID();
  const [row] = await sql<{ expires_at: Date }>(
    `insert into public.data_exports (id, user_id, status, progress, bytes, checksum, finished_at, expires_at)
     values ($1, $2, 'done', 100, $3, repeat('0', 64), now(), now() + interval '7 days') returning expires_at`,
    [id, person.id, content.length],
  );
  if (!row) throw new Error("no export");
  const options = { contentType: "application/zip" };
  const { error } = await serverDb().storage.from("exports").upload(exportFile(id), content, options);
  if (error) throw new Error(error.message);
  return { id, link: exportPath({ id, userId: person.id, expiresAt: row.expires_at.toISOString() }) };
}

const open = (browser: Browser, id: string, link: string) =>
  call(browser, GET, { url: `${network}${link}` }, { id });

/** Where an answer sends the browser, with the reason that the page there tells. */
async function sentTo(answer: Promise<Response>): Promise<string> {
  const { status, headers } = await answer;
  return `${status} ${headers.get("location")?.replace(network, "") ?? ""}`;
}

test("a link gives its owner the file, each time; everybody else and every other link is told why not", async () => {
  const { person, browser } = await signedIn();
  const content = randomBytes(40_000);
  const { id, link } = await exported(person, content);
  for (const turn of ["first", "second"]) {
    const answer = await open(browser, id, link);
    expect([turn, answer.status]).toEqual([turn, 200]);
    expect(answer.headers.get("content-length")).toBe(String(content.length));
    expect(answer.headers.get("content-type")).toBe("application/zip");
    expect(answer.headers.get("content-disposition")).toMatch(
      /^attachment; filename="archipelago-[\d-]+\.zip"$/,
    );
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
    expect(Buffer.from(await answer.arrayBuffer()).equals(content)).toBe(true);
  }
  const wrong = "303 /account/exports?problem=wrong_link";
  const { browser: other } = await signedIn();
  expect(await sentTo(open(other, id, link))).toBe(wrong);
  expect(await sentTo(open(browser, id, link.replace(/token=.{4}/, "token=AAAA")))).toBe(wrong);
  expect(await sentTo(open(browser, randomUUID(), link))).toBe(wrong);
  const nobody = await open(newBrowser(), id, link);
  expect([nobody.status, ((await nobody.json()) as { code: string }).code]).toEqual([401, "unauthenticated"]);

  await sql("update auth.sessions set created_at = now() - interval '1 hour' where user_id = $1", [
    person.id,
  ]);
  expect(await sentTo(open(browser, id, link))).toBe("303 /account/exports?problem=sign_in_again");
  await sql("update auth.sessions set created_at = now() where user_id = $1", [person.id]);
  const [until] = await sql<{ at: string }>(
    "select expires_at::text as at from public.data_exports where id = $1",
    [id],
  );
  const becomes = (status: string) =>
    sql("update public.data_exports set status = $2, expires_at = $3 where id = $1", [
      id,
      status,
      status === "done" ? until?.at : null,
    ]);
  await becomes("running");
  expect(await sentTo(open(browser, id, link))).toBe("303 /account/exports?problem=export_not_ready");
  await becomes("done");
  expect((await open(browser, id, link)).status).toBe(200);

  // What is kept cannot be removed; what was swept away is gone.
  await becomes("expired");
  await serverDb()
    .storage.from("exports")
    .remove([exportFile(id)]);
  await becomes("done");
  const lost = await open(browser, id, link);
  expect([lost.status, ((await lost.json()) as { code: string }).code]).toEqual([503, "unavailable"]);
  await sql("update public.data_exports set expires_at = now() where id = $1", [id]);
  expect(await sentTo(open(browser, id, link))).toBe("303 /account/exports?problem=export_expired");
});

/** What buffers hold that anybody still needs. */
function held(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  return process.memoryUsage().arrayBuffers;
}

test("a large file is passed on as it comes, however slowly it is taken, and let go of when nobody takes it", async () => {
  const { person, browser } = await signedIn();
  const size = 45 * 1024 * 1024;
  const { id, link } = await exported(person, randomBytes(size));
  const before = held();
  const answer = await open(browser, id, link);
  let most = held();
  let taken = 0;
  let told = 0;
  for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
    taken += chunk.length;
    if (taken - told < size / 10) continue;
    told = taken;
    most = Math.max(most, held());
  }
  expect(taken).toBe(size);
  expect(most - before).toBeLessThan(size / 5);

  const left = await open(browser, id, link);
  const reader = left.body?.getReader();
  await reader?.read();
  await reader?.cancel();
  expect((await open(browser, id, link)).status).toBe(200);
});
