import { type IncomingHttpHeaders, request } from "node:http";

/** A request as it goes over the wire: the path stays as written, and no redirect is followed. */
export interface Sent {
  method?: string;
  headers?: Readonly<Record<string, string>>;
  body?: string;
}

/** An answer as it came. `headers` in lower case, each as one text. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
  bytes: Buffer;
}

function flat(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

/** Asks the app under test without a browser, which would mend the address and follow redirects. */
export function ask(url: string, { method = "GET", headers: asked = {}, body }: Sent = {}): Promise<Answer> {
  const [, host = "", path = "/"] = /^http:\/\/([^/]+)(.*)$/.exec(url) ?? [];
  const port = Number(host.split(":")[1]);
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, path, method, headers: { ...asked, host } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("error", reject);
      answer.on("end", () => {
        const bytes = Buffer.concat(parts);
        const { statusCode: status = 0, headers } = answer;
        resolve({ status, headers: flat(headers), body: bytes.toString("utf8"), bytes });
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
