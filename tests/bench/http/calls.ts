import http from "node:http";
import type { Figure } from "../figures.ts";
import type { CountingProxy } from "./counting-proxy.ts";
import { headersOf, type Target } from "./targets.ts";

/** Asks for a page once. @throws when the answer is no success. */
export function ask(port: number, target: Target): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = http.get(
      { host: "127.0.0.1", port, path: target.path, headers: headersOf(target) },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () => {
          const text = Buffer.concat(chunks).toString();
          if (response.statusCode === 200) return resolve(text);
          reject(
            new Error(
              `${target.host}${target.path} answered ${response.statusCode} to a ${target.audience}.`,
            ),
          );
        });
      },
    );
    request.on("error", reject);
  });
}

/** Requests to the Data API that one page costs, once the app is warm. */
export async function databaseCalls(
  port: number,
  proxy: CountingProxy,
  targets: Target[],
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const target of targets) {
    await ask(port, target);
    proxy.take();
    await ask(port, target);
    const calls = proxy.take();
    figures.push({
      part: "pages",
      name: `database calls of ${target.name}, ${target.audience}`,
      measured: calls.length,
      unit: "calls",
      goal: { atMost: 2 },
      note: calls.map((call) => call.split("/").at(-1)).join(", "),
    });
  }
  return figures;
}
