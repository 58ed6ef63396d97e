import { expect, type Page } from "playwright/test";
import { plantHostSession, plantSignIn } from "../plant-session.ts";
import { linkIn, network, newestMail } from "../support.ts";
import type { Person } from "../world.ts";
import { Switcher } from "./switcher.ts";

/** The network's pages about signing in. */
export class SignIn {
  constructor(readonly page: Page) {}

  get email() {
    return this.page.getByLabel("E-mail address");
  }

  get password() {
    return this.page.getByLabel("Password", { exact: true });
  }

  get problem() {
    return this.page.getByRole("main").getByRole("alert");
  }

  get submit() {
    return this.page.getByRole("main").getByRole("button", { name: "Sign in", exact: true });
  }

  /** Fills the form of the page one is on. */
  async with({ email, password }: Pick<Person, "email" | "password">): Promise<void> {
    await this.email.fill(email);
    await this.password.fill(password);
    await this.submit.click();
  }

  /** Is signed in on the network host, on the page one is on. */
  async onNetwork(person: Person): Promise<void> {
    await plantSignIn(this.page.context(), person);
  }

  /** Is signed in, and on a page of a community; where scripts run, they have taken over. */
  async at(url: string, person: Person): Promise<void> {
    await plantHostSession(this.page.context(), url, person);
    await this.page.goto(url);
    await this.awake();
  }

  /** Signs in by the form of the network host. */
  async byForm(person: Person): Promise<void> {
    await this.page.goto(network("/sign-in"));
    await this.with(person);
    await expect(this.page.getByRole("link", { name: `Your menu, ${person.name}` })).toBeVisible();
  }

  /** Signs in by the form, for a page of a community, and lands there; where scripts run, they have taken over. */
  async byFormAt(url: string, person: Person): Promise<void> {
    const { origin, pathname, search } = new URL(url);
    await this.page.goto(`${origin}/session/start?${new URLSearchParams({ path: `${pathname}${search}` })}`);
    await this.with(person);
    await expect(this.page).toHaveURL(url);
    await this.page.waitForLoadState();
    await this.awake();
  }

  private async awake(): Promise<void> {
    const scripted = await this.page.evaluate(() => matchMedia("(scripting)").matches);
    const switcher = new Switcher(this.page);
    if (scripted && (await switcher.trigger.isVisible())) await switcher.awake();
  }

  /** Makes an account from the sign-in page one is on, up to where the mail is on its way. */
  async signUp({ name, email, password }: Person): Promise<void> {
    await this.page.getByRole("link", { name: "Create an account" }).click();
    await this.page.getByLabel("Your name").fill(name);
    await this.email.fill(email);
    await this.password.fill(password);
    await this.page.getByRole("button", { name: "Create an account" }).click();
    await expect(this.page.getByRole("heading", { name: "Look into your mail" })).toBeVisible();
  }

  /** Opens the link of the newest mail and presses its one button. */
  async confirm(person: Person, button: string, mails = 1): Promise<void> {
    await this.page.goto(linkIn(await newestMail(this.page, person.email, mails)));
    await this.page.getByRole("button", { name: button }).click();
  }
}
