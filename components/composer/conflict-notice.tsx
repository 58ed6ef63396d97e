"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

interface ConflictNoticeProps {
  /** The text that somebody saved meanwhile. */
  current: string;
  /** Puts it into the form in place of one's own. */
  onTake: () => void;
}

/** Two texts for one place: one's own stays in the form, the other stands here. Nothing is lost. */
export function ConflictNotice({ current, onTake }: ConflictNoticeProps) {
  const t = useTranslations("post.edit");
  return (
    <Notice tone="warn" role="alert" title={t("conflictTitle")}>
      <div className="grid gap-3">
        <p>{t("conflictText")}</p>
        <details open>
          <summary className="font-medium">{t("current")}</summary>
          <pre
            dir="auto"
            className="mt-2 max-h-80 overflow-auto whitespace-pre-wrap rounded-control border border-line bg-surface-raised p-3 font-sans text-sm [overflow-wrap:anywhere]"
          >
            {current}
          </pre>
        </details>
        <div>
          <Button size="sm" onClick={onTake}>
            {t("useCurrent")}
          </Button>
        </div>
      </div>
    </Notice>
  );
}
