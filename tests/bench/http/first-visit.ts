import type { Browser } from "playwright";

/** What a browser is sent with its first visit to a page, in bytes as they came over the wire. */
export type FirstVisit = {
  script: number;
  style: number;
  font: number;
  image: number;
  document: number;
  other: number;
  /** Addresses of the scripts. */
  scripts: string[];
};

type Kind = Exclude<keyof FirstVisit, "scripts">;

const KINDS: Readonly<Record<string, Kind>> = {
  Script: "script",
  Stylesheet: "style",
  Font: "font",
  Image: "image",
  Document: "document",
};

/** Opens a page in a browser that knows nothing of it, on a screen of a phone, and counts until nothing more comes. */
export async function firstVisit(browser: Browser, url: string, cookie?: string): Promise<FirstVisit> {
  const context = await browser.newContext({
    viewport: { width: 412, height: 823 },
    ...(cookie ? { extraHTTPHeaders: { cookie } } : {}),
  });
  try {
    const page = await context.newPage();
    const network = await context.newCDPSession(page);
    await network.send("Network.enable");
    const asked = new Map<string, { url: string; kind: Kind }>();
    const visit: FirstVisit = { script: 0, style: 0, font: 0, image: 0, document: 0, other: 0, scripts: [] };
    network.on("Network.responseReceived", ({ requestId, type, response }) => {
      // Icons drawn from the sprite are no pictures to Chromium.
      asked.set(requestId, { url: response.url, kind: KINDS[type] ?? "other" });
    });
    network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      const known = asked.get(requestId);
      if (!known) return;
      visit[known.kind] += encodedDataLength;
      if (known.kind === "script") visit.scripts.push(known.url);
    });
    await page.goto(url, { waitUntil: "networkidle" });
    return visit;
  } finally {
    await context.close();
  }
}

/** Everything but pictures. */
export function withoutImages(visit: FirstVisit): number {
  return visit.script + visit.style + visit.font + visit.document + visit.other;
}
