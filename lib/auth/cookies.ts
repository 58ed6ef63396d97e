import { readHostConfig } from "@/lib/env/hosts";

/** A cookie for this host alone: no Domain, no script, not sent along with requests that other sites start. */
export interface CookieSettings {
  httpOnly: true;
  secure: boolean;
  sameSite: "lax";
  path: "/";
  maxAge?: number;
}

function secure(): boolean {
  return readHostConfig().protocol === "https";
}

/** `__Host-` makes the browser refuse a cookie that a neighbouring host tries to set; it needs https. */
function hostName(name: string): string {
  return secure() ? `__Host-${name}` : name;
}

/** The opaque session of a community host or of the staff's host. */
export function sessionCookieName(): string {
  return hostName("archipelago-session");
}

/** What the browser keeps between asking for a hand-off and redeeming it. */
export function nonceCookieName(): string {
  return hostName("archipelago-handoff");
}

/** The Supabase Auth session of the network host (written in chunks by `@supabase/ssr`). */
export function authCookieName(): string {
  return hostName("archipelago-auth");
}

/** What the browser keeps while a mail is on its way: the address it went to, and where to go on to. */
export function pendingMailCookieName(): string {
  return hostName("archipelago-next");
}

export function cookieSettings(maxAgeSeconds?: number): CookieSettings {
  return { httpOnly: true, secure: secure(), sameSite: "lax", path: "/", maxAge: maxAgeSeconds };
}
