import { expect, test } from "playwright/test";
import { appServer, network, subdomain } from "./support.ts";

test.describe("while the database is away", () => {
  test("pages answer 503 with a request id, and come back by themselves", async ({ page }) => {
    const { control } = appServer();
    process.kill(control, "SIGUSR1");
    await expect
      .poll(async () => (await page.goto(subdomain("harbour")))?.status(), { timeout: 30_000 })
      .toBe(503);
    await expect(page.getByText(/Request [0-9a-f-]{36}/)).toBeVisible();
    expect((await page.goto(network("/")))?.status()).toBe(503);
    process.kill(control, "SIGUSR2");
    await expect
      .poll(async () => (await page.goto(subdomain("harbour")))?.status(), { timeout: 30_000 })
      .toBe(200);
  });
});
