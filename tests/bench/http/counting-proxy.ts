import http from "node:http";

/** Stands between the app and the Data API and counts what passes. */
export type CountingProxy = {
  url: string;
  /** Paths of the requests since the last call. */
  take(): string[];
  close(): Promise<void>;
};

/** Starts a proxy in front of `target` (http) on a free port. */
export async function startCountingProxy(target: string): Promise<CountingProxy> {
  const { hostname, port } = new URL(target);
  const seen: string[] = [];
  const agent = new http.Agent({ keepAlive: true });
  const server = http.createServer((request, response) => {
    seen.push(`${request.method} ${request.url?.split("?")[0]}`);
    const forwarded = http.request(
      { agent, hostname, port, method: request.method, path: request.url, headers: request.headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    forwarded.on("error", () => response.destroy());
    request.pipe(forwarded);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("The counting proxy has no port.");
  return {
    url: `http://127.0.0.1:${address.port}`,
    take: () => seen.splice(0),
    close: async () => {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
