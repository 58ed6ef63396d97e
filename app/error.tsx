"use client";

import { useTranslations } from "next-intl";
import { FullPageNotice } from "@/components/notices/full-page-notice";
import { useFailureNote } from "@/components/providers/request-provider";

/** Shown where a page failed: says that nothing was lost and offers to try again. */
export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const t = useTranslations("common");
  return (
    <FullPageNotice title={t("errorTitle")} text={t("errorText")} note={useFailureNote(error)}>
      <button type="button" className="underline underline-offset-4" onClick={reset}>
        {t("retry")}
      </button>
    </FullPageNotice>
  );
}
