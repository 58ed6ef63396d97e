import type { Page } from "playwright/test";
import { personId } from "../../supabase/local/demo/people-rows.ts";
import { Switcher } from "./pages/switcher.ts";
import { network } from "./support.ts";
import { makeCommunity, makePeople, type Person, postId, withDatabase } from "./world.ts";

/** Somebody writes a comment, as the app would write it for them, and the worker takes its turn. */
export async function comment(slug: string, by: Person, body: string): Promise<void> {
  await withDatabase(async (db) => {
    await db.query("begin");
    const claims = { role: "authenticated", sub: personId(by.key), scope: "network" };
    await db.query("select set_config('request.jwt.claims', $1, true)", [JSON.stringify(claims)]);
    await db.query(
      `insert into public.post_comments (tenant_id, post_id, author_id, body)
       select id, $2, $3, $4 from public.tenants where slug = $1`,
      [slug, postId(slug, "p0"), personId(by.key), body],
    );
    await db.query("commit");
    await db.query("select private.project_notifications()");
  });
}

/** Opens the inbox and waits until it listens. */
export async function openInbox(page: Page): Promise<void> {
  const heard = page.waitForEvent("websocket");
  await page.goto(network("/inbox"));
  await heard;
  await new Switcher(page).awake();
}

/** Two communities of the same two people, each run by one of them and with a post of the other. */
export async function makeIsles() {
  const [ana, ben] = await makePeople("Ana Pratt", "Ben Ortiz");
  const [birch, cedar] = [
    await makeCommunity({
      name: "Birch Isle",
      domain: null,
      members: [{ person: ana, role: "owner" }, { person: ben }],
      posts: [{ by: ben, title: "Tides", body: "Low at six." }],
    }),
    await makeCommunity({
      name: "Cedar Isle",
      members: [{ person: ben, role: "owner" }, { person: ana }],
      posts: [{ by: ana, title: "Winds", body: "From the west." }],
    }),
  ];
  return { ana, ben, birch, cedar };
}
