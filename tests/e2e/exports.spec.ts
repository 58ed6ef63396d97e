import { personId } from "../../supabase/local/demo/people-rows.ts";
import { expect, test } from "./fixtures.ts";
import { SignIn } from "./pages/sign-in.ts";
import { Switcher } from "./pages/switcher.ts";
import { network, runTask } from "./support.ts";
import { makeCommunity, makePeople, withDatabase } from "./world.ts";

test("one takes everything along, and a journey comes back from it", async ({ page }) => {
  const [ana] = await makePeople("Ana Pratt");
  await makeCommunity({
    members: [{ person: ana, role: "owner" }],
    posts: [{ by: ana, title: "To take along", body: "Words." }],
  });
  await new SignIn(page).onNetwork(ana);
  await page.goto(network("/journeys"));
  await page.getByLabel("Name of the journey").fill("A week of tides");
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "A week of tides" })).toBeVisible();

  await page.goto(network("/account/exports"));
  await new Switcher(page).awake();
  await page.getByRole("button", { name: "Make the export" }).click();
  await expect(page.getByText("waiting", { exact: true })).toBeVisible();
  await runTask("make_exports");
  // The page says so by itself.
  const ready = page.getByRole("link", { name: "Download" });
  await expect(ready).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent("download"), ready.click()]);
  expect(download.suggestedFilename()).toMatch(/^archipelago-\d{4}-\d\d-\d\d\.zip$/);
  const file = await download.path();

  await withDatabase((client) =>
    client.query("delete from public.user_journeys where owner_id = $1", [personId(ana.key)]),
  );
  await page.goto(network("/journeys"));
  await expect(page.getByRole("link", { name: /A week of tides/ })).toHaveCount(0);

  await page.goto(network("/account/exports"));
  await new Switcher(page).awake();
  const choose = page.getByLabel("The ZIP of an export");
  await choose.setInputFiles({
    name: "other.zip",
    mimeType: "application/zip",
    buffer: Buffer.from("no ZIP"),
  });
  await expect(page.getByRole("alert").filter({ hasText: "This is no export of a person" })).toBeVisible();
  await choose.setInputFiles(file);
  await expect(page.getByRole("checkbox", { name: "A week of tides" })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: "The profile of Ana Pratt" })).not.toBeChecked();
  await page.getByRole("button", { name: "Take in", exact: true }).click();
  await expect(page.getByText("1 journey is here.")).toBeVisible();
  await page.getByRole("link", { name: "Open journeys" }).click();
  await page.getByRole("link", { name: /A week of tides/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "A week of tides" })).toBeVisible();
});
