import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";

interface AuthFrameProps {
  title: string;
  /** The host that somebody signs in for, as its address bar shows it. */
  host?: string | null;
  text?: ReactNode;
  /** Below the form: where else to go. */
  footer?: ReactNode;
  children?: ReactNode;
}

/** One narrow column for everything about signing in; says whom the account is for and where one goes on to. */
export async function AuthFrame({ title, host, text, footer, children }: AuthFrameProps) {
  const [t, common] = await Promise.all([getTranslations("auth"), getTranslations("common")]);
  return (
    <div className="mx-auto grid w-full max-w-[26rem] gap-6 py-4 sm:py-10">
      <div className="grid gap-2">
        <h1 className="font-serif text-title-lg font-medium tracking-title">{title}</h1>
        {host ? (
          <p className="text-ink-muted">
            {t.rich("toContinue", {
              host: () => (
                <bdi dir="ltr" className="font-medium text-ink [overflow-wrap:anywhere]">
                  {host}
                </bdi>
              ),
            })}
          </p>
        ) : null}
        {text ? <div className="text-ink-muted">{text}</div> : null}
      </div>
      {children}
      {footer ? <div className="grid gap-2 text-sm">{footer}</div> : null}
      <p className="border-t border-line pt-4 text-sm text-ink-muted">
        {t("oneAccount", { network: common("networkName") })}
      </p>
    </div>
  );
}

/** A question and the link that answers it. */
export function AuthAside({ question, children }: { question?: string; children: ReactNode }) {
  return (
    <p className="flex flex-wrap items-baseline gap-x-2 text-ink-muted">
      {question}
      {children}
    </p>
  );
}

/** How links in running text look on these pages. */
export const AUTH_LINK =
  "font-medium text-accent underline underline-offset-4 decoration-accent-line hover:decoration-accent pointer-coarse:py-2.5";
