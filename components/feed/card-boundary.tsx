"use client";

import { useTranslations } from "next-intl";
import { Component, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";

/** Keeps a card that cannot be drawn from taking the rest of the list with it. */
export class CardBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return <FailedCard onRetry={() => this.setState({ failed: false })} />;
  }
}

function FailedCard({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations("feed");
  const common = useTranslations("common");
  return <ErrorState title={t("cardFailed")} action={<Button onClick={onRetry}>{common("retry")}</Button>} />;
}
