"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";

/** Says that the connection is away, and what becomes of what was written. */
export function OfflineNotice({ waiting }: { waiting: boolean }) {
  const t = useTranslations("post.offline");
  return (
    <Notice tone="warn" role="status" title={t("title")}>
      {t(waiting ? "waiting" : "text")}
    </Notice>
  );
}
