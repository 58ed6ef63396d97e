const SAME_SITE = "https://same-site.invalid";
const LINK_PROTOCOLS = new Set(["http:", "https:", "mailto:"]);
const MAX_URL_LENGTH = 4_096;

export type ImageSource = { kind: "image"; src: string } | { kind: "link"; href: string } | { kind: "none" };

/** Reads an address as a browser would, entities and control characters included. */
function parseAddress(value: string, base: string): URL | undefined {
  if (value.length > MAX_URL_LENGTH || !URL.canParse(value, base)) return undefined;
  const url = new URL(value, base);
  // `https://bank.example@elsewhere.example` shows a name that it does not lead to.
  url.username = "";
  url.password = "";
  return url;
}

function sameSitePath(url: URL): string {
  // `/.//host` parses to the path `//host`, which a browser would read as another host.
  return url.pathname.replace(/^\/+/, "/") + url.search + url.hash;
}

/**
 * The address to put into `href`: http, https, mailto, or a path on this site; undefined for anything else.
 * What is returned is the parsed form, so what was checked is what the browser gets.
 *
 * @param linkBase origin that paths resolve against; without it they stay paths
 */
export function safeLink(value: string, linkBase?: string): string | undefined {
  const url = parseAddress(value, SAME_SITE);
  if (!url || !LINK_PROTOCOLS.has(url.protocol)) return undefined;
  if (url.origin !== SAME_SITE) return url.href;
  const path = sameSitePath(url);
  return linkBase ? new URL(path, linkBase).href : path;
}

/**
 * What to make of an image address: absolute paths on this site are images; a picture elsewhere becomes a link, since
 * loading it would tell its server who reads what, and when; the rest is nothing.
 */
export function safeImage(value: string, linkBase?: string): ImageSource {
  const url = parseAddress(value, SAME_SITE);
  if (!url) return { kind: "none" };
  if (url.origin === SAME_SITE) {
    if (!value.startsWith("/")) return { kind: "none" };
    const path = sameSitePath(url);
    return { kind: "image", src: linkBase ? new URL(path, linkBase).href : path };
  }
  if (url.protocol === "https:" || url.protocol === "http:") return { kind: "link", href: url.href };
  return { kind: "none" };
}
