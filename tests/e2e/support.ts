import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { expect, type Locator, type Page } from "playwright/test";

interface AppServer {
  rootDomain: string;
  env: Record<string, string>;
  control: number;
  /** What the app believes to order suggestions: a name, and a port of 127.0.0.1 at which a story may start it. */
  provider: { name: string; port: number };
}

/** Where the app under test runs and what it runs on. */
export function appServer(): AppServer {
  const file = path.resolve(import.meta.dirname, "../../test-results/app-server.json");
  return JSON.parse(readFileSync(file, "utf8")) as AppServer;
}

const execute = promisify(execFile);

/** Lets the worker do one of its tasks now: none runs beside the app under test. */
export async function runTask(task: string): Promise<void> {
  const { env, rootDomain } = appServer();
  const args = ["--conditions=react-server", "--import", "tsx", "tests/support/run-task.ts", task];
  await execute(process.execPath, args, {
    cwd: path.resolve(import.meta.dirname, "../.."),
    env: { ...process.env, ...env, ROOT_DOMAIN: rootDomain, APP_PROTOCOL: "http" },
  });
}

/** Address of a path on the network host. */
export function network(path_ = "/"): string {
  return `http://${appServer().rootDomain}${path_}`;
}

/** Address of a path on a community's subdomain. */
export function subdomain(slug: string, path_ = "/"): string {
  return `http://${slug}.${appServer().rootDomain}${path_}`;
}

/** Address of a path on a community's own domain. */
export function ownDomain(domain: string, path_ = "/"): string {
  return `http://${domain}:${appServer().rootDomain.split(":")[1]}${path_}`;
}

export const DEMO_PASSWORD = "island-hopping-2026";

/** An address nobody has used yet. */
export function freshEmail(name: string): string {
  return `${name}.${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}@example.test`;
}

interface Mail {
  id: string;
  to: string;
  subject: string;
  text: string;
  html?: string;
}

/** The newest mail to somebody, once there are `count` of them. */
export async function newestMail(page: Page, to: string, count = 1): Promise<Mail> {
  const url = `${appServer().env.DEV_MAILBOX_URL}/messages?to=${encodeURIComponent(to)}`;
  const list = async () => (await (await page.request.get(url)).json()) as Mail[];
  await expect.poll(async () => (await list()).length, `mails to ${to}`).toBeGreaterThanOrEqual(count);
  const [newest] = await list();
  if (!newest) throw new Error(`No mail to ${to}`);
  return newest;
}

/** The link in a mail. */
export function linkIn(mail: Mail): string {
  const link = /https?:\/\/\S+/.exec(mail.text)?.[0];
  if (!link) throw new Error(`No link in the mail "${mail.subject}"`);
  return link;
}

/** Presses what opens something, again where the page was not awake yet. */
export async function openWith(trigger: Locator, opened: Locator): Promise<void> {
  await expect(async () => {
    if (!(await opened.isVisible())) await trigger.click();
    // What opens may be fetched first: who presses again too soon closes it.
    await expect(opened).toBeVisible({ timeout: 5000 });
  }).toPass({ timeout: 20_000 });
}
