"use client";

import { useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { Button } from "@/components/ui/button";
import type { ButtonLook } from "@/components/ui/button-classes";
import { ErrorState } from "@/components/ui/error-state";
import { LinkButton } from "@/components/ui/link-button";
import { RowsSkeleton } from "@/components/ui/skeleton";
import { ApiProblem } from "@/lib/http/fetch-json";

interface MoreLinkProps extends Pick<ButtonLook, "size" | "variant"> {
  /** Where it leads without scripts. */
  href: string;
  label: string;
  state: { isFetching: boolean; isError: boolean; error: Error | null };
  onMore: () => void;
}

/** Leads on in place, or on a page of its own where no scripts run. */
export function MoreLink({ href, label, state, onMore, ...look }: MoreLinkProps) {
  const t = useTranslations("post.thread");
  const common = useTranslations("common");
  if (state.isFetching) return <RowsSkeleton label={t("loading")} count={3} />;
  if (state.isError) {
    const requestId = state.error instanceof ApiProblem ? state.error.requestId : undefined;
    return (
      <ErrorState
        title={t("errorTitle")}
        action={<Button onClick={onMore}>{common("retry")}</Button>}
        note={requestId && common("requestId", { id: requestId })}
      />
    );
  }
  const more = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onMore();
  };
  return (
    <LinkButton {...look} href={href} prefetch={false} rel="next" onClick={more}>
      {label}
    </LinkButton>
  );
}
