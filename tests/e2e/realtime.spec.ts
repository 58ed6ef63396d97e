import type { Page } from "playwright/test";
import { personId } from "../../supabase/local/demo/people-rows.ts";
import { expect, test } from "./fixtures.ts";
import { SignIn } from "./pages/sign-in.ts";
import { PLACES } from "./places.ts";
import { network } from "./support.ts";
import { makeCommunity, makePeople, withDatabase } from "./world.ts";

/** Listens in the page as any script of it could, and answers whether it was let in; hears into `window.heard`. */
function listen(page: Page, topic: string): Promise<string> {
  return page.evaluate(async (name) => {
    const heard: string[] = [];
    Reflect.set(window, "heard", heard);
    const answer = await fetch("/api/v1/realtime", { method: "POST" });
    const { url, key, token } = (await answer.json()) as Record<"url" | "key" | "token", string>;
    const address = `${url.replace(/^http/, "ws")}/realtime/v1/websocket?vsn=2.0.0&apikey=${key}`;
    const socket = new WebSocket(address);
    await new Promise((resolve) => socket.addEventListener("open", resolve));
    const config = { private: true };
    socket.send(JSON.stringify(["1", "1", `realtime:${name}`, "phx_join", { access_token: token, config }]));
    return new Promise<string>((resolve) => {
      socket.addEventListener("message", ({ data }) => {
        const [, , , event, payload] = JSON.parse(String(data));
        if (event === "phx_reply") resolve(payload.status);
        if (event === "broadcast") heard.push(payload.event);
      });
    });
  }, topic);
}

async function hears(page: Page, topic: string): Promise<void> {
  await withDatabase((db) => db.query("select realtime.send('{}', 'tide', $1, true)", [topic]));
  await expect.poll(() => page.evaluate(() => Reflect.get(window, "heard") as string[])).toEqual(["tide"]);
}

async function makeIsle() {
  const [ana] = await makePeople("Ana Pratt");
  const isle = await makeCommunity({ members: [{ person: ana, role: "owner" }] });
  const [row] = await withDatabase(
    async (db) =>
      (await db.query<{ id: string }>("select id from tenants where slug = $1", [isle.slug])).rows,
  );
  return { ana, isle, feed: `tenant:${row?.id}:feed`, inbox: `user:${personId(ana.key)}` };
}

for (const { where, at } of PLACES) {
  test(`a page hears what happens in its community, and nothing else ${where}`, async ({ page }) => {
    const { ana, isle, feed, inbox } = await makeIsle();
    await new SignIn(page).at(at(isle), ana);
    expect(await listen(page, inbox)).toBe("error");
    expect(await listen(page, feed)).toBe("ok");
    await hears(page, feed);
  });
}

test("a page of the network hears what concerns its person", async ({ page }) => {
  const { ana, isle, inbox } = await makeIsle();
  await new SignIn(page).at(PLACES[0].at(isle), ana);
  await page.goto(network("/"));
  expect(await listen(page, inbox)).toBe("ok");
  await hears(page, inbox);
});
