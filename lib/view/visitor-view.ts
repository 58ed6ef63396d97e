import "server-only";
import { cookies, headers } from "next/headers";
import type { z } from "zod";
import type { HostContext } from "@/lib/actions/core";
import { cookieSettings } from "@/lib/auth/cookies";
import { seeOther } from "@/lib/auth/handoff";
import { parseReturnPath } from "@/lib/tenancy/links";
import { type VisitorView, viewInput } from "./schemas";

const LOCALE_COOKIE = "archipelago-language";
const APPEARANCE_COOKIE = "archipelago-appearance";
const YEAR_SECONDS = 365 * 86_400;

/** What a visitor chose for this browser on this host. */
export async function readVisitorView(): Promise<VisitorView> {
  const jar = await cookies();
  const { locale, appearance } = viewInput.shape;
  return {
    locale: locale.catch(undefined).parse(jar.get(LOCALE_COOKIE)?.value) ?? null,
    appearance: appearance.catch(undefined).parse(jar.get(APPEARANCE_COOKIE)?.value) ?? null,
  };
}

/** Keeps what a visitor chose and goes back to where they were. A request that another site began changes nothing. */
export async function chooseView(
  { host }: Pick<HostContext, "host">,
  { locale, appearance }: z.output<typeof viewInput>,
): Promise<Response> {
  const asked = await headers();
  if ((asked.get("sec-fetch-site") ?? "same-origin") === "same-origin") {
    const jar = await cookies();
    const settings = cookieSettings(YEAR_SECONDS);
    if (locale) jar.set(LOCALE_COOKIE, locale, settings);
    if (appearance) jar.set(APPEARANCE_COOKIE, appearance, settings);
  }
  return seeOther(pathBefore(asked.get("referer"), host));
}

/** Path of the page that a request came from, where it is one of this host. */
function pathBefore(referer: string | null, host: string): string {
  const from = referer && URL.canParse(referer) ? new URL(referer) : null;
  return from?.hostname === host ? parseReturnPath(`${from.pathname}${from.search}`) : "/";
}
