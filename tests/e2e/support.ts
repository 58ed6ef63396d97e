import { readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright/test";

interface AppServer {
  rootDomain: string;
  env: Record<string, string>;
  control: number;
}

/** Where the app under test runs and what it runs on. */
export function appServer(): AppServer {
  const file = path.resolve(import.meta.dirname, "../../test-results/app-server.json");
  return JSON.parse(readFileSync(file, "utf8")) as AppServer;
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

/** The newest mail to somebody, waited for. */
export async function newestMail(page: Page, to: string): Promise<Mail> {
  const url = `${appServer().env.DEV_MAILBOX_URL}/messages?to=${encodeURIComponent(to)}`;
  for (let attempt = 0; attempt < 50; attempt++) {
    const mails = (await (await page.request.get(url)).json()) as Mail[];
    if (mails[0]) return mails[0];
    await page.waitForTimeout(100);
  }
  throw new Error(`No mail to ${to} arrived`);
}
