import type { Metadata, Viewport } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getTimeZone, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Messages } from "@/components/providers/messages";
import { QueryProvider } from "@/components/providers/query-provider";
import { RequestProvider } from "@/components/providers/request-provider";
import { DirectionProvider } from "@/components/ui/direction";
import { NOBODY } from "@/lib/actions/same-viewer";
import { accentStyle } from "@/lib/branding/accent";
import { getRequestContext, getRequestHost } from "@/lib/context/request-context";
import { directionOf } from "@/lib/i18n/locales";
import { plainTag } from "@/lib/i18n/regional";
import { readVisitorView } from "@/lib/view/visitor-view";
import { fontVariables } from "./fonts";
import "./globals.css";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return {
    title: { default: t("networkName"), template: "%s" },
    icons: { icon: "/icon.svg" },
    // A page that says nothing of it is not for search engines.
    robots: { index: false },
  };
}

export const viewport: Viewport = { width: "device-width", initialScale: 1, viewportFit: "cover" };

/** Without a list of its own the provider would send every text there is; `Messages` adds what is used. */
const NO_TEXTS = {};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, timeZone, t, context, host, visitor] = await Promise.all([
    getLocale(),
    getTimeZone(),
    getTranslations("common"),
    getRequestContext().catch(() => null),
    getRequestHost().catch(() => null),
    readVisitorView(),
  ]);
  const theme = context?.viewer?.appearance ?? visitor.appearance ?? "system";
  return (
    <html
      className={fontVariables}
      lang={plainTag(locale)}
      dir={directionOf(locale)}
      data-theme={theme === "system" ? undefined : theme}
      data-shortcuts={context?.viewer?.shortcuts === false ? "off" : undefined}
      data-viewer={context?.viewer?.id ?? NOBODY}
      style={context?.tenant ? accentStyle(context.tenant.accent) : undefined}
    >
      <body>
        <a className="skip-link" href="#content">
          {t("skipToContent")}
        </a>
        <NextIntlClientProvider locale={locale} messages={NO_TEXTS} timeZone={timeZone}>
          <Messages of={["root"]}>
            <DirectionProvider dir={directionOf(locale)}>
              <RequestProvider id={host?.requestId ?? null}>
                <QueryProvider>{children}</QueryProvider>
              </RequestProvider>
            </DirectionProvider>
          </Messages>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
