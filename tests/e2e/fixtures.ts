import { type BrowserContext, test as base, expect, type Page } from "playwright/test";

/** What went wrong in the browsers of a test, beside what the test looks at. */
export interface Trouble {
  /** Uncaught errors, errors of the console, breaches of the content policy. */
  errors: string[];
  /** Requests without an answer, or with one of 400 and above. */
  failures: string[];
  /** Paths of the network's sign-in page that were shown. */
  signIns: string[];
}

interface Fixtures {
  trouble: Trouble;
  /** A browser of somebody else. */
  otherBrowser: () => Promise<Page>;
}

// The browser reports failed requests in the console too: they are counted as such.
const REPORTED_ELSEWHERE = /^Failed to load resource|net::ERR_INTERNET_DISCONNECTED/;

function watch(context: BrowserContext, trouble: Trouble): void {
  context.on("weberror", (error) => trouble.errors.push(`${error.error()}`));
  context.on("console", (message) => {
    if (message.type() !== "error" || REPORTED_ELSEWHERE.test(message.text())) return;
    trouble.errors.push(`${message.page()?.url()}: ${message.text()}`);
  });
  context.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? "";
    // The browser gives up what it was fetching when somebody moves on.
    if (reason !== "net::ERR_ABORTED") trouble.failures.push(`${request.url()} ${reason}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 400) trouble.failures.push(`${response.url()} ${response.status()}`);
    const isPage = response.request().isNavigationRequest() && response.status() === 200;
    const { pathname } = new URL(response.url());
    if (isPage && pathname === "/sign-in") trouble.signIns.push(response.url());
  });
}

/** A test whose browsers are watched: an error in a console or a breach of the content policy fails it. */
export const test = base.extend<Fixtures>({
  trouble: [
    async ({ context }, use) => {
      const trouble: Trouble = { errors: [], failures: [], signIns: [] };
      watch(context, trouble);
      await use(trouble);
      expect(trouble.errors).toEqual([]);
    },
    { auto: true },
  ],
  otherBrowser: async ({ browser, contextOptions, trouble }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext(contextOptions);
      watch(context, trouble);
      contexts.push(context);
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

export { expect };
