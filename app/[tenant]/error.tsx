"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { startTransition } from "react";
import { useFailureNote } from "@/components/providers/request-provider";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";

/** Stands in for a page that failed; the community's frame around it stays. */
export default function CommunityPageError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const t = useTranslations("community.error");
  const common = useTranslations("common");
  const router = useRouter();
  const retry = () =>
    startTransition(() => {
      router.refresh();
      reset();
    });
  return (
    <ErrorState
      title={t("title")}
      text={t("text")}
      action={<Button onClick={retry}>{common("retry")}</Button>}
      note={useFailureNote(error)}
    />
  );
}
