import { expect, type Locator, type Page } from "playwright/test";
import { openWith } from "../support.ts";

/** The feed of a community with its composer, as members see it. */
export class Feed {
  constructor(readonly page: Page) {}

  get composer() {
    return this.page.getByRole("form", { name: "Write a post" });
  }

  get text() {
    return this.composer.getByRole("textbox", { name: "Text" });
  }

  get title() {
    return this.composer.getByRole("textbox", { name: "Title" });
  }

  get audience() {
    return this.composer.getByRole("combobox", { name: "Who can see this" });
  }

  get send() {
    return this.composer.getByRole("button", { name: "Post", exact: true });
  }

  /** What is shown to who is new here. */
  arrival(title: string): Locator {
    return this.page.getByRole("region", { name: title });
  }

  /** The card of a post in a list. */
  card(name: string): Locator {
    return this.page.getByRole("article", { name });
  }

  /** Writes a post and waits until it stands in the feed. */
  async write({ title, text }: { title: string; text: string }): Promise<void> {
    await this.text.fill(text);
    await this.title.fill(title);
    await this.send.click();
    await expect(this.card(title)).toBeVisible();
    await expect(this.text).toHaveValue("");
  }

  /** Opens a post of the feed. */
  async open(title: string): Promise<PostPage> {
    await this.card(title).getByRole("link", { name: title }).click();
    await expect(this.page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    return new PostPage(this.page);
  }
}

/** A post with its comments. */
export class PostPage {
  constructor(readonly page: Page) {}

  get comments() {
    return this.page.getByRole("region", { name: "Comments" });
  }

  get text() {
    return this.comments.getByRole("textbox", { name: "Write a comment" });
  }

  get send() {
    return this.comments.getByRole("button", { name: "Comment", exact: true });
  }

  get like() {
    return this.page.getByRole("main").getByRole("button", { name: /^Like/ });
  }

  comment(text: string): Locator {
    return this.comments.getByRole("article").filter({ hasText: text });
  }

  async write(text: string): Promise<void> {
    await this.text.fill(text);
    // The form grows when its scripts have arrived: a click between press and release would miss the button.
    await expect(this.comments.getByRole("button", { name: "Preview" })).toBeVisible();
    await this.send.click();
    await expect(this.comment(text)).toBeVisible();
  }

  async reply(to: string, text: string): Promise<void> {
    await this.comment(to).getByRole("link", { name: "Reply" }).click();
    await this.comment(to)
      .getByRole("textbox", { name: /^Reply to/ })
      .fill(text);
    await this.comment(to).getByRole("button", { name: "Send the reply" }).click();
    await expect(this.comment(text)).toBeVisible();
  }

  /** Chooses what to do with the post itself. */
  async choose(item: string): Promise<void> {
    const choice = this.page.getByRole("menuitem", { name: item });
    await openWith(this.page.getByRole("button", { name: "More about this post" }), choice);
    await choice.click();
  }

  /** Takes the post away. */
  async remove(): Promise<void> {
    await this.choose("Remove");
    const dialog = this.page.getByRole("dialog", { name: "Remove this post?" });
    await dialog.getByRole("button", { name: "Remove", exact: true }).click();
    await expect(dialog).toBeHidden();
  }

  /** Takes a comment away. */
  async removeComment(text: string): Promise<void> {
    const choice = this.page.getByRole("menuitem", { name: "Remove" });
    await openWith(this.comment(text).getByRole("button", { name: "More about this comment" }), choice);
    await choice.click();
    const dialog = this.page.getByRole("dialog", { name: "Remove this comment?" });
    await dialog.getByRole("button", { name: "Remove", exact: true }).click();
    await expect(dialog).toBeHidden();
  }
}

/** What a community says at its door to who does not belong to it. */
export class Door {
  constructor(readonly page: Page) {}

  get panel() {
    return this.page.locator("#join");
  }

  get rules() {
    return this.panel.getByRole("checkbox", { name: "I have read the rules and will keep them." });
  }

  async enter(button: string): Promise<void> {
    await this.panel.getByRole("button", { name: button, exact: true }).click();
  }
}
