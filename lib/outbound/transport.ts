import type { IncomingMessage } from "node:http";
import { type RequestOptions, request } from "node:https";
import { OutboundRefused } from "./refused";

/** One request to one address that was vetted. */
export interface Call {
  url: URL;
  /** The address to connect to, whatever the name resolves to by now. */
  address: string;
  signal: AbortSignal;
  maxBytes: number;
}

/** What came back. `body` is the beginning of the answer, at most `maxBytes`. */
export interface Reply {
  status: number;
  location: string | null;
  contentType: string;
  body: Buffer;
}

export type Transport = (call: Call) => Promise<Reply>;

const HEADERS = {
  accept: "text/html,application/xhtml+xml",
  // What is compressed may be any size once it is open.
  "accept-encoding": "identity",
  "user-agent": "Archipelago-LinkPreview/1.0",
} as const;

/** GET over TLS to the given address: the name goes into SNI, the certificate check and the Host header only. No cookies. */
export function createTransport(tls: Pick<RequestOptions, "ca" | "port"> = {}): Transport {
  return ({ url, address, signal, maxBytes }) =>
    new Promise((resolve, reject) => {
      const call = request(
        {
          ...tls,
          host: address,
          servername: url.hostname,
          path: url.pathname + url.search,
          method: "GET",
          headers: { ...HEADERS, host: url.hostname },
          agent: false,
          maxHeaderSize: 16 * 1024,
          signal,
        },
        (response) => {
          read(response, maxBytes).then(resolve, reject);
        },
      );
      call.on("error", () => reject(new OutboundRefused(signal.aborted ? "too_slow" : "unreachable")));
      call.end();
    });
}

async function read(response: IncomingMessage, maxBytes: number): Promise<Reply> {
  const { statusCode = 0, headers } = response;
  const reply = {
    status: statusCode,
    location: headers.location ?? null,
    contentType: headers["content-type"] ?? "",
  };
  // Only a page is worth reading on.
  if (statusCode !== 200) {
    response.destroy();
    return { ...reply, body: Buffer.alloc(0) };
  }
  if ((headers["content-encoding"] ?? "identity") !== "identity") {
    response.destroy();
    throw new OutboundRefused("encoding");
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk.subarray(0, maxBytes - size));
    size += chunk.length;
    if (size >= maxBytes) break;
  }
  return { ...reply, body: Buffer.concat(chunks) };
}
