import type { NextRequest } from "next/server";
import { AppError } from "@/lib/errors/app-error";
import { collectFields } from "./form-data";

export const MOST_BODY_BYTES = 1_000_000;

const SAFE_METHODS: ReadonlySet<string> = new Set(["GET", "HEAD"]);
const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json(?:\s*;|$)/i;

/** Whether a request changes something, and so must come from this host's own pages. */
export function changesState(request: Pick<NextRequest, "method">): boolean {
  return !SAFE_METHODS.has(request.method);
}

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
  } finally {
    // Whoever sends more than is wanted is not read to the end.
    await reader.cancel().catch(() => undefined);
  }
}

/**
 * The body of a request, read as it comes and no further than allowed.
 * @throws AppError `invalid` with reason `too_large`: more than `most` bytes
 */
export async function readBytes(request: NextRequest, most: number): Promise<Uint8Array> {
  const announced = Number(request.headers.get("content-length") ?? 0);
  if (announced > most) throw new AppError("invalid", "too_large");
  const parts: Uint8Array[] = [];
  let bytes = 0;
  if (request.body) {
    for await (const part of chunksOf(request.body)) {
      bytes += part.byteLength;
      if (bytes > most) throw new AppError("invalid", "too_large");
      parts.push(part);
    }
  }
  return Buffer.concat(parts);
}

async function readText(request: NextRequest): Promise<string> {
  return new TextDecoder("utf-8", { fatal: true }).decode(await readBytes(request, MOST_BODY_BYTES));
}

async function readBody(request: NextRequest): Promise<object> {
  let body: unknown;
  try {
    const text = await readText(request);
    if (text === "") return {};
    body = JSON_TYPE.test(request.headers.get("content-type") ?? "") ? JSON.parse(text) : undefined;
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError("invalid", "not_json");
  }
  if (typeof body !== "object" || body === null || Array.isArray(body))
    throw new AppError("invalid", "not_json");
  return body;
}

/**
 * What a route handler's schema gets to check: the query of a read, the JSON object of anything else, and the path's
 * own parameters above both. A query parameter that comes several times is a list. Where the body is a file, `isFile`
 * leaves it to the handler.
 * @throws AppError `invalid`: more than {@link MOST_BODY_BYTES} bytes, or not a JSON object
 */
export async function readPayload(
  request: NextRequest,
  params: Record<string, string | string[]> | undefined,
  isFile = false,
): Promise<unknown> {
  // Next.js gives no params at all where the path has none. The tenant segment is the middleware's word, not the caller's.
  const { tenant: _tenant, ...named } = params ?? {};
  const hasObject = changesState(request) && !isFile;
  const sent = hasObject ? await readBody(request) : collectFields(request.nextUrl.searchParams.entries());
  return { ...sent, ...named };
}
