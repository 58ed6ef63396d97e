import { expect, test } from "playwright/test";
import { personId } from "../../supabase/local/demo/people-rows.ts";
import { comment, makeIsles, openInbox } from "./isles.ts";
import { SignIn } from "./pages/sign-in.ts";
import { expectSafe } from "./safe-headers.ts";
import { appServer, network, subdomain } from "./support.ts";

test.describe("while the database is away", () => {
  test("pages answer 503 with a request id, and come back by themselves, as an open inbox does", async ({
    page,
    browser,
    contextOptions,
  }) => {
    const { ana, ben, birch, cedar } = await makeIsles();
    await comment(cedar.slug, ben, "Before.");
    const inbox = await browser.newPage(contextOptions);
    await new SignIn(inbox).onNetwork(ana);
    await openInbox(inbox);
    const lines = inbox.locator("[data-post]");
    await expect(lines).toHaveCount(1);
    // Once it listens it reads again: not in the moment in which the database goes.
    await inbox.waitForLoadState("networkidle");

    const { control } = appServer();
    process.kill(control, "SIGUSR1");
    await expect
      .poll(async () => (await page.goto(subdomain("harbour")))?.status(), { timeout: 30_000 })
      .toBe(503);
    await expect(page.getByText(/Request [0-9a-f-]{36}/)).toBeVisible();
    const answer = await page.goto(network("/"));
    expect(answer?.status()).toBe(503);
    expectSafe(answer?.headers() ?? {}, "a page without its database");
    const lost = inbox.getByText(/the connection is lost/);
    await expect(lost).toBeVisible();
    await expect(lines.filter({ hasText: "Before." })).toBeVisible();

    process.kill(control, "SIGUSR2");
    // Nobody presses anything: the notice of the outage gives way to the page.
    await expect(page.getByText(/Request [0-9a-f-]{36}/)).toHaveCount(0, { timeout: 30_000 });
    await expect(page.getByRole("main").getByRole("heading", { level: 1 })).toBeVisible();
    // Some of it is said before the inbox hears again.
    await comment(birch.slug, ben, `@[Ana](member:${personId(ana.key)}) a question.`);
    await comment(cedar.slug, ben, "After.");
    await expect(lost).toHaveCount(0, { timeout: 30_000 });
    await expect(lines.filter({ hasText: "a question." })).toHaveCount(1);
    await expect(lines.filter({ hasText: "After." })).toHaveCount(1);
    await expect(lines).toHaveCount(2);
    await comment(cedar.slug, ben, "Once more.");
    await expect(lines.filter({ hasText: "Once more." })).toHaveCount(1);
    await expect(lines).toHaveCount(2);
    await inbox.close();
  });
});
