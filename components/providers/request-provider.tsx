"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext } from "react";

const RequestContext = createContext<string | null>(null);

/** Gives client components the id of the request that rendered the page, to be quoted when something fails. */
export function RequestProvider({ id, children }: { id: string | null; children: ReactNode }) {
  return <RequestContext value={id}>{children}</RequestContext>;
}

/** What to quote of a page that failed: the request's id, and the digest under which the log keeps the cause. */
export function useFailureNote(error: Error & { digest?: string }): string | undefined {
  const t = useTranslations("common");
  const id = useContext(RequestContext);
  if (id && error.digest) return t("failureNote", { id, digest: error.digest });
  return id ? t("requestId", { id }) : undefined;
}
