import { expect, test } from "playwright/test";
import { expectSafe } from "./safe-headers.ts";
import { appServer, network, subdomain } from "./support.ts";

test.describe("while the database is away", () => {
  test("pages answer 503 with a request id, and come back by themselves", async ({ page }) => {
    const { control } = appServer();
    process.kill(control, "SIGUSR1");
    await expect
      .poll(async () => (await page.goto(subdomain("harbour")))?.status(), { timeout: 30_000 })
      .toBe(503);
    await expect(page.getByText(/Request [0-9a-f-]{36}/)).toBeVisible();
    const answer = await page.goto(network("/"));
    expect(answer?.status()).toBe(503);
    expectSafe(answer?.headers() ?? {}, "a page without its database");
    process.kill(control, "SIGUSR2");
    await expect
      .poll(async () => (await page.goto(subdomain("harbour")))?.status(), { timeout: 30_000 })
      .toBe(200);
  });
});
