import { expect, test } from "playwright/test";
import { network, ownDomain, subdomain } from "./support.ts";

test.describe("what a host answers to a visitor", () => {
  test("a community on its subdomain and on its own domain is the same one", async ({ page }) => {
    await page.goto(ownDomain("milonga.localhost"));
    const heading = page.getByRole("heading", { level: 1 });
    await expect(heading).toContainText("Milonga del Puerto");
    await page.goto(subdomain("tango"));
    await expect(heading).toContainText("Milonga del Puerto");
  });

  test("a secret community, an unknown one and a reserved name are all the same 404", async ({ page }) => {
    const bodies = new Set<string>();
    for (const slug of ["lantern", "nobody-here"]) {
      const response = await page.goto(subdomain(slug, "/p/00000000-0000-4000-8000-000000000000"));
      expect(response?.status()).toBe(404);
      const body = (await response?.text()) ?? "";
      expect(body).not.toContain("Lantern");
      bodies.add(
        body
          .replaceAll(slug, "SLUG")
          .replace(/[A-Za-z0-9+/=]{24}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "X"),
      );
    }
    expect(bodies.size).toBe(1);
    expect((await page.goto(subdomain("support")))?.status()).toBe(404);
    expect((await page.goto(ownDomain("unknown.localhost")))?.status()).toBe(404);
  });

  test("the page of components is for development: here it is not there", async ({ page }) => {
    const bodies = new Set<string>();
    for (const path of ["components", "compassrose"]) {
      const response = await page.goto(network(`/${path}`));
      expect(response?.status()).toBe(404);
      const body = (await response?.text()) ?? "";
      bodies.add(
        body
          .replaceAll(/components|compassrose/g, "PATH")
          .replace(/[A-Za-z0-9+/=]{24}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "X"),
      );
    }
    expect(bodies.size).toBe(1);
  });

  test("a suspended community says its name, 503, and nothing of its content", async ({ page }) => {
    const response = await page.goto(subdomain("forge"));
    expect(response?.status()).toBe(503);
    expect(response?.headers()["retry-after"]).toBeTruthy();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Forge & Thread");
    await expect(page.getByRole("article")).toHaveCount(0);
  });

  test("no path of one host reaches another's folder", async ({ page }) => {
    for (const path of ["/network", "/platform", "/harbour/feed", "/tango", "/%2e%2e/network"]) {
      const response = await page.goto(subdomain("tango", path));
      expect(response?.status(), path).toBe(404);
    }
    expect((await page.goto(network("/tango")))?.status()).toBe(404);
    expect((await page.goto(network("/network/feed")))?.status()).toBe(404);
  });
});
