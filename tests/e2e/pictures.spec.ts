import type { Page } from "playwright/test";
import sharp from "sharp";
import { expect, test } from "./fixtures.ts";
import { Feed, PostPage } from "./pages/community.ts";
import { SignIn } from "./pages/sign-in.ts";
import { Switcher } from "./pages/switcher.ts";
import { PLACES } from "./places.ts";
import { ask } from "./wire.ts";
import { makeCommunity, makePeople } from "./world.ts";

const [SUBDOMAIN] = PLACES;
const DESCRIBE = "Describe this picture for people who cannot see it";

function drawn(width: number, height: number, colour: string): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: colour } })
    .png()
    .toBuffer();
}

/** Pastes a picture into the field that has the focus. */
async function paste(page: Page, name: string, bytes: Buffer): Promise<void> {
  await expect(page.locator("input[type=file][multiple]")).toBeAttached();
  await page.evaluate(
    ([file, base64]) => {
      const data = new DataTransfer();
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      data.items.add(new File([bytes], file, { type: "image/png" }));
      const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
    },
    [name, bytes.toString("base64")] as const,
  );
}

const isDrawn = (image: HTMLImageElement) => image.complete && image.naturalWidth > 0;

test("a pasted picture with words goes as far as its post, and follows it", async ({
  page,
  otherBrowser,
  trouble,
}) => {
  const [ana, ben] = await makePeople("Ana Pratt", "Ben Cole");
  const isle = await makeCommunity({ members: [{ person: ana, role: "owner" }, { person: ben }] });
  await new SignIn(page).at(SUBDOMAIN.at(isle), ana);
  const feed = new Feed(page);
  await feed.text.fill("Seen this morning.");
  await feed.title.fill("At the pier");
  await feed.text.focus();
  await paste(page, "pier.png", await drawn(3000, 1800, "teal"));
  const words = feed.composer.getByRole("textbox", { name: DESCRIBE });
  await words.fill("A pier [at low tide], grey and calm");
  await expect(feed.text).toHaveValue(
    /^Seen this morning\.\n\n!\[A pier \\\[at low tide\\\], grey and calm\]\(/,
  );
  await page.reload();
  await expect(words).toHaveValue("A pier [at low tide], grey and calm");
  await feed.send.click();
  await expect(feed.card("At the pier")).toBeVisible();
  await expect(feed.composer.getByRole("textbox", { name: DESCRIBE })).toHaveCount(0);

  await feed.open("At the pier");
  const shown = (at: Page) => at.getByRole("img", { name: "A pier [at low tide], grey and calm" });
  await expect(shown(page)).toHaveAttribute("width", "2560");
  await expect(shown(page)).toHaveAttribute("srcset", /640w.*1280w.*2560w/);
  await expect.poll(() => shown(page).evaluate(isDrawn)).toBe(true);
  const path = new URL(page.url()).pathname;
  const src = (await shown(page).getAttribute("src")) ?? "";

  const member = await otherBrowser();
  await new SignIn(member).at(SUBDOMAIN.at(isle, path), ben);
  await expect.poll(() => shown(member).evaluate(isDrawn)).toBe(true);
  const forVisitor = async () => (await ask(SUBDOMAIN.at(isle, src))).status;
  expect(await forVisitor()).toBe(404);

  const post = new PostPage(page);
  await post.choose("Edit");
  await page.getByRole("combobox", { name: "Who can see this" }).selectOption("Everybody");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL(SUBDOMAIN.at(isle, path));
  await expect(shown(page)).toBeVisible();
  expect(await forVisitor()).toBe(200);
  await post.remove();
  await expect(page).toHaveURL(SUBDOMAIN.at(isle));
  expect(await forVisitor()).toBe(404);
  trouble.failures.length = 0;
});

test("what is no picture is refused in words, and the text waits for nothing", async ({ page }) => {
  const [ana] = await makePeople("Ana Pratt");
  const isle = await makeCommunity({ members: [{ person: ana, role: "owner" }] });
  await new SignIn(page).at(SUBDOMAIN.at(isle), ana);
  const feed = new Feed(page);
  await feed.text.fill("Only words.");
  await feed.text.focus();
  await paste(page, "page.png", Buffer.from("<!doctype html><script>alert(1)</script>"));
  await expect(feed.composer.getByRole("alert")).toHaveText(/This is no picture that we can take/);
  await paste(page, "drawing.png", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"));
  await expect(feed.composer.getByRole("alert").nth(1)).toHaveText(/SVG drawings can carry programs/);
  await feed.composer.getByRole("button", { name: "Take page.png away" }).click();
  await feed.title.fill("Words");
  await feed.send.click();
  await expect(feed.card("Words")).toBeVisible();
});

test("several pictures in a comment are described, moved and taken out", async ({ page }) => {
  const [ana] = await makePeople("Ana Pratt");
  const isle = await makeCommunity({ members: [{ person: ana, role: "owner" }] });
  await new SignIn(page).at(SUBDOMAIN.at(isle), ana);
  const feed = new Feed(page);
  await feed.write({ title: "Show yours", text: "Please." });
  const post = await feed.open("Show yours");
  await post.text.focus();
  const files = await Promise.all(
    ["red", "green", "blue"].map(async (colour) => ({
      name: `${colour}.png`,
      mimeType: "image/png",
      buffer: await drawn(400, 300, colour),
    })),
  );
  const chooser = page.waitForEvent("filechooser");
  await post.comments.getByRole("button", { name: "Add pictures" }).click();
  await (await chooser).setFiles(files);
  const words = post.comments.getByRole("textbox", { name: DESCRIBE });
  await expect(words).toHaveCount(3);
  for (const [index, colour] of ["Red", "Green", "Blue"].entries()) await words.nth(index).fill(colour);
  await post.comments.getByRole("button", { name: "Move picture 3 up" }).click();
  await post.comments.getByRole("button", { name: "Remove picture 1" }).click();
  await expect(words).toHaveCount(2);
  await post.send.click();
  const images = post.comments.getByRole("listitem").getByRole("img");
  await expect(images).toHaveCount(2);
  await expect(images.first()).toHaveAttribute("alt", "Blue");
  await expect.poll(() => images.last().evaluate(isDrawn)).toBe(true);
});

for (const { where, at } of PLACES) {
  test(`a face and a logo stand where the generated marks stood ${where}`, async ({ page }) => {
    const [ana] = await makePeople("Ana Pratt");
    const isle = await makeCommunity({ members: [{ person: ana, role: "owner" }] });
    await new SignIn(page).at(at(isle, "/me"), ana);
    const choose = async (name: string, title: string) => {
      await new Switcher(page).awake();
      const chooser = page.waitForEvent("filechooser");
      await page.getByRole("region", { name: title }).getByRole("button", { name }).click();
      await (await chooser).setFiles({
        name: "a.png",
        mimeType: "image/png",
        buffer: await drawn(900, 500, "coral"),
      });
    };
    const menu = page.getByRole("banner").getByRole("button", { name: "Your menu" }).locator("img");
    await expect(menu).toHaveCount(0);
    await choose("Choose a picture", "Your picture here");
    await expect.poll(() => menu.evaluate(isDrawn)).toBe(true);
    await page.getByRole("button", { name: "Take it away" }).click();
    await expect(menu).toHaveCount(0);

    await page.goto(at(isle, "/settings"));
    const tagline = page.getByRole("textbox", { name: "In one sentence" });
    await tagline.fill("Not saved yet");
    const mark = page.getByRole("banner").locator("a img");
    await choose("Choose a picture", "Logo");
    await expect.poll(() => mark.first().evaluate(isDrawn)).toBe(true);
    await expect(tagline).toHaveValue("Not saved yet");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByRole("status").getByText("Saved.")).toBeVisible();
  });
}
