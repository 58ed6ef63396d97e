import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline";
import { expect, onTestFinished, test } from "vitest";
import { behaviours, type Caught, startProvider } from "../../support/provider-server.ts";
import { sql } from "../../support/stack.ts";
import { addEvent, createScene } from "./scene.ts";

type Said = { by: string; items: number };

/** Somebody with three events to choose from, where the community and they agreed that a provider may help. */
async function reader() {
  const { communities, reader, owner } = await createScene(1);
  const [tenant = ""] = communities;
  await sql("update public.tenants set ai_allowed = true where id = $1", [tenant]);
  await sql("update public.profiles set ai_help = true where id = $1", [reader.id]);
  for (const days of [5, 6, 7]) await addEvent(tenant, owner.id, { title: `Event ${days}`, in: days });
  return reader;
}

/** A process of the app for this person. */
async function startProcess(provider: string, url: string) {
  const { id, sessionId } = await reader();
  const script = new URL("./ask-apart.ts", import.meta.url).pathname;
  const child = spawn(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", script, id, sessionId],
    {
      env: { ...process.env, AI_1_URL: url, AI_1_MODEL: "m", AI_1_NAME: provider },
      stdio: ["pipe", "pipe", "inherit"],
    },
  );
  onTestFinished(() => void child.kill());
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return async (): Promise<Said> => {
    child.stdin.write("ask\n");
    const { value } = await lines.next();
    return JSON.parse(String(value)) as Said;
  };
}

const backwards = behaviours.says(({ body }: Caught) => {
  const { candidates } = JSON.parse(body.messages[1]?.content ?? "") as { candidates: { id: string }[] };
  return JSON.stringify({ items: candidates.reverse().map(({ id }) => ({ id, reason: "Near you." })) });
});

test("what one process learns of a provider holds in another; one of them tries it, and both go on", async () => {
  const provider = randomUUID();
  const server = await startProvider(behaviours.fails(503));
  onTestFinished(() => server.stop());
  const [one, other] = await Promise.all([
    startProcess(provider, server.url),
    startProcess(provider, server.url),
  ]);
  for (let turn = 0; turn < 3; turn += 1) expect(await one()).toEqual({ by: "rules", items: 3 });
  expect(server.caught).toHaveLength(3);
  // The other never asked, and does not now.
  expect(await other()).toEqual({ by: "rules", items: 3 });
  expect(await one()).toEqual({ by: "rules", items: 3 });
  expect(server.caught).toHaveLength(3);
  await sql("update private.ai_breakers set open_until = now(), probing_until = null where provider = $1", [
    provider,
  ]);
  // While one of them tries, the other leaves it alone.
  let answer = () => {};
  const told = new Promise<void>((resolve) => {
    answer = resolve;
  });
  server.behave(async (...call) => {
    await told;
    await backwards(...call);
  });
  const tried = one();
  await expect.poll(() => server.caught.length).toBe(4);
  expect(await other()).toEqual({ by: "rules", items: 3 });
  answer();
  expect(await tried).toEqual({ by: "provider", items: 3 });
  expect(server.caught).toHaveLength(4);
  expect(await Promise.all([one(), other()])).toEqual([
    { by: "provider", items: 3 },
    { by: "provider", items: 3 },
  ]);
});
