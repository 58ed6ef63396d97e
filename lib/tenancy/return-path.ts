import { isPlainPath } from "./request-path";

const MAX_LENGTH = 2048;
const ANY_ORIGIN = "https://origin.invalid";

/** Whether a text is a path on whatever host it is opened on, and can never lead off it. */
export function isSafePath(path: unknown): path is string {
  return findSafePath(path) !== null;
}

/**
 * A path to send someone back to, from a query or form: the path as a browser writes it, or "/" where
 * it could lead to another host (a scheme, `//`, a backslash, control characters, in any encoding).
 */
export function parseReturnPath(input: unknown): string {
  return findSafePath(input) ?? "/";
}

function findSafePath(input: unknown): string | null {
  if (typeof input !== "string" || input.length > MAX_LENGTH) return null;
  if (!input.startsWith("/") || /[\\\p{Cc}\p{Cf}\p{Z}]/u.test(input)) return null;
  const written = input.split(/[?#]/, 1)[0] ?? "";
  if (!isPlainPath(encodeUnicode(written))) return null;
  const url = new URL(input, ANY_ORIGIN);
  if (url.origin !== ANY_ORIGIN) return null;
  const path = `${url.pathname}${url.search}${url.hash}`;
  return path.length <= MAX_LENGTH ? path : null;
}

function encodeUnicode(path: string): string {
  return path.replace(/[^\x21-\x7e]+/gu, (text) => encodeURIComponent(text.toWellFormed()));
}
