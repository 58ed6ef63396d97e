import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "./fixtures.ts";
import { hasRealArchives, importFolders, NO_REAL_ARCHIVES, REAL_ARCHIVES } from "./real-archives.ts";
import { network, subdomain } from "./support.ts";
import { withDatabase } from "./world.ts";

const ACTIVE = "script, iframe, object, style, form, [onclick], [onerror], [onload]";

interface Line {
  title: string | null;
  body: string;
}

function lines(archive: string, file: string): Line[] {
  const text = readFileSync(path.join(REAL_ARCHIVES, archive, file), "utf8");
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);
}

/** Address of the imported post with this title. */
async function addressOf(slug: string, title: string | null): Promise<string> {
  const found = await withDatabase((client) =>
    client.query<{ id: string }>(
      "select p.id from public.posts p join public.tenants t on t.id = p.tenant_id where t.slug = $1 and p.title = $2",
      [slug, title],
    ),
  );
  return subdomain(slug, `/p/${found.rows[0]?.id}`);
}

test.describe("eight real communities from archives", () => {
  test.skip(!hasRealArchives, NO_REAL_ARCHIVES);

  test.beforeAll(async () => {
    test.setTimeout(120_000);
    const folders = readdirSync(REAL_ARCHIVES, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => path.join(REAL_ARCHIVES, entry.name));
    expect(await importFolders(folders)).toContain("8");
  });

  test("stand in the directory and show their first page", async ({ page, trouble }) => {
    await page.goto(network("/communities?q=rust"));
    await page.getByRole("main").getByRole("link", { name: "Rust" }).first().click();
    await expect(page).toHaveURL(subdomain("rust"));
    await expect(page.getByRole("heading", { level: 1, name: "Rust" })).toBeVisible();
    await expect(page.getByRole("article").first()).toBeVisible();
    await expect(page.getByRole("main").getByText("250")).toBeVisible();
    const before = await page.getByRole("article").count();
    await page.getByRole("link", { name: "Show more" }).click();
    await expect.poll(() => page.getByRole("article").count()).toBeGreaterThan(before);
    expect(trouble.failures).toEqual([]);
  });

  test("show code as it was written", async ({ page, trouble }) => {
    const post = lines("rust", "posts.jsonl").find(({ title, body }) => title && /\n```rust\n/.test(body));
    const code = /\n```rust\n([\s\S]*?)\n```/.exec(post?.body ?? "")?.[1] ?? "";
    await page.goto(await addressOf("rust", post?.title ?? null));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(post?.title ?? "");
    const blocks = await page.getByRole("article").locator("pre").allTextContents();
    expect(blocks.map((block) => block.trimEnd())).toContain(code.trimEnd());
    expect(trouble.failures).toEqual([]);
  });

  test("show Japanese as Japanese", async ({ page }) => {
    const post = lines("ruby-ja", "posts.jsonl").find(({ title }) => /[\u3040-\u30ff]/.test(title ?? ""));
    await page.goto(await addressOf("ruby-ja", post?.title ?? null));
    const heading = page.getByRole("heading", { level: 1 });
    await expect(heading).toHaveText(post?.title ?? "");
    await expect(heading).toHaveAttribute("lang", "ja");
    const sentence = /[\u3040-\u30ff\u4e00-\u9fff]{8,}/.exec(post?.body ?? "")?.[0] ?? "";
    await expect(page.getByRole("article").first()).toContainText(sentence);
  });

  test("keep HTML inside Markdown inert", async ({ page }) => {
    const found = ["nodejs", "go", "rust", "ruby-es", "ruby-ja"].flatMap((slug) =>
      lines(slug, "posts.jsonl")
        .filter(({ title, body }) => title && /^<(?!http)[a-z]/m.test(body))
        .map(({ title }) => ({ slug, title })),
    );
    expect(found.length).toBeGreaterThan(0);
    for (const { slug, title } of found.slice(0, 3)) {
      await page.goto(await addressOf(slug, title));
      await expect(page.getByRole("heading", { level: 1 }).first()).toHaveText(title ?? "");
      await expect(page.getByRole("article").first().locator(ACTIVE)).toHaveCount(0);
    }
  });

  test("list every event once", async ({ page }) => {
    const wanted = lines("security", "events.jsonl").map(({ title }) => title ?? "");
    const seen: string[] = [];
    for (const tab of ["Upcoming", "Past"]) {
      await page.goto(subdomain("security", "/events"));
      const link = page.getByRole("navigation", { name: "Which events" }).getByRole("link", { name: tab });
      await link.click();
      await expect(link).toHaveAttribute("aria-current", "page");
      const more = page.getByRole("link", { name: "More events" });
      for (let next = true; next; ) {
        seen.push(
          ...(await page.getByRole("main").getByRole("listitem").getByRole("heading").allTextContents()),
        );
        next = await more.isVisible();
        if (!next) break;
        const address = page.url();
        await more.click();
        await expect(page).not.toHaveURL(address);
        await expect(page.getByRole("link", { name: "Back to the first" })).toBeVisible();
      }
    }
    expect(seen.toSorted()).toEqual(wanted.toSorted());
  });
});
