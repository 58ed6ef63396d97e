import http from "node:http";

/** Status of one request to 127.0.0.1 with a chosen Host header; undefined when nobody answers. */
export function statusOf(port: number, host: string, path = "/"): Promise<number | undefined> {
  return new Promise((resolve) => {
    const request = http.get(
      { host: "127.0.0.1", port, path, headers: { host }, timeout: 60_000 },
      (response) => {
        response.resume();
        resolve(response.statusCode);
      },
    );
    request.on("timeout", () => request.destroy());
    request.on("error", () => resolve(undefined));
  });
}

/**
 * Waits until a server answers its first page without an error.
 * @param giveUp asked before every try.
 * @returns false when it gave up or `timeoutMs` passed.
 */
export async function untilAnswering(
  port: number,
  host: string,
  giveUp: () => boolean,
  timeoutMs = 120_000,
): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while (!giveUp() && Date.now() < deadline) {
    const status = await statusOf(port, host);
    if (status !== undefined && status < 400) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}
