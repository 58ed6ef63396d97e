import type { HostConfig } from "./host-config";

const PUBLIC_FOLDER = "/assets/";
const PUBLIC_ROOT_FILES: ReadonlySet<string> = new Set([
  "/favicon.ico",
  "/icon.svg",
  "/apple-touch-icon.png",
]);
const SITEMAP = "/sitemap.xml";
const SELF_CACHED_FILES: ReadonlySet<string> = new Set([
  "/robots.txt",
  SITEMAP,
  "/manifest.webmanifest",
  "/feed.atom",
  "/feed.json",
  "/events.ics",
  "/og.png",
]);
const MEDIA_FOLDER = "/media/";
const SELF_CACHED_PARTS = /^\/(?:p|events)\/[^/]+\/(?:og\.png|event\.ics)$/;
const MAX_DECODINGS = 3;

/**
 * Whether a path is the framework's own or a file of `public/`, the same on every host. In production
 * the framework serves built files only; its development server has more addresses of its own.
 */
export function isStaticPath(path: string, config: Pick<HostConfig, "production">): boolean {
  const framework = config.production ? "/_next/static/" : "/_next/";
  return path.startsWith(framework) || path.startsWith(PUBLIC_FOLDER) || PUBLIC_ROOT_FILES.has(path);
}

/**
 * Whether the handler of a path says itself how long its answer may be kept. Next.js gives a header
 * of the middleware precedence over a route handler's, so the exceptions are listed here.
 */
export function isSelfCached(path: string): boolean {
  return SELF_CACHED_FILES.has(path) || SELF_CACHED_PARTS.test(path) || isMediaPath(path);
}

/** Whether what a path serves was sent in by somebody: it gets a policy under which nothing in it can act. */
export function isMediaPath(path: string): boolean {
  return path.startsWith(MEDIA_FOLDER);
}

/** Where a host's folder of `app/` answers a path. */
export function pathInFolder(path: string): string {
  // Below a dynamic segment Next.js takes a folder of this name for a file of its own, at one address for all.
  if (path === SITEMAP) return "/sitemap";
  return path === "/" ? "" : path;
}

/**
 * Whether a path means the same to everything that will read it: printable ASCII, and, however often
 * it is decoded, no backslash, control character, empty or dot segment, and no slash that was not there.
 */
export function isPlainPath(path: string): boolean {
  if (!/^\/[\x21-\x7e]*$/.test(path) || /[?#]/.test(path)) return false;
  const slashes = countSlashes(path);
  let current = path;
  for (let round = 0; round < MAX_DECODINGS; round += 1) {
    if (!isPlainText(current) || countSlashes(current) !== slashes) return false;
    const decoded = decode(current);
    // A stray percent sign in the text itself ("100%") ends the decoding; in the path it is malformed.
    if (decoded === null) return round > 0;
    if (decoded === current) return true;
    current = decoded;
  }
  return false;
}

/** Whether a search string, with its question mark or empty, can stand in a header as it is. */
export function isPlainSearch(search: string): boolean {
  return /^(?:\?[\x21-\x7e]*)?$/.test(search);
}

function isPlainText(path: string): boolean {
  return !/[\\\p{Cc}]/u.test(path) && !/\/(?=\/)|\/\.{1,2}(?:[/?#]|$)/.test(path);
}

function countSlashes(path: string): number {
  return path.split("/").length;
}

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
