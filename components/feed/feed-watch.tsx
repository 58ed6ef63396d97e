"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { ArrowUp } from "@/components/ui/icons";
import { toast } from "@/components/ui/toast";
import { type NewestPost, newsSince, useNews } from "./use-news";
import { useSeen } from "./use-seen";

interface FeedWatchProps {
  newest: NewestPost | null;
  /** The address that counts what has come; null where that follows from the newest post. */
  news: string | null;
  /** Until when the person had seen what is new; undefined where that is not remembered. */
  seenAt: string | null | undefined;
  /** Puts what has come since on top of the list. */
  onShow: () => Promise<void>;
}

const MOST_COUNTED = 20;

/** Says while the page is open that there are newer posts, and shows them when that is pressed. */
export function FeedWatch({ newest, news, seenAt, onShow }: FeedWatchProps) {
  const t = useTranslations("feed");
  const count = useNews(news ?? (newest && newsSince(newest)));
  const [busy, setBusy] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const asked = useRef(false);
  useSeen(newest, seenAt);
  const id = newest?.id;
  useEffect(() => {
    if (!id || !asked.current) return;
    asked.current = false;
    // What was asked for has been drawn: the reader goes there, and nobody else.
    const first = place.current?.parentElement?.querySelector<HTMLElement>("[data-key=open]");
    first?.focus({ preventScroll: true });
    first?.closest("article")?.scrollIntoView({ block: "center" });
  }, [id]);
  const show = async () => {
    setBusy(true);
    asked.current = true;
    try {
      await onShow();
    } catch {
      asked.current = false;
      toast.error(t("errorTitle"));
    } finally {
      setBusy(false);
    }
  };
  const label = count > MOST_COUNTED ? t("manyNewPosts", { count: MOST_COUNTED }) : t("newPosts", { count });
  return (
    <div ref={place} className="pointer-events-none sticky top-20 z-20 flex h-0 justify-center">
      <span role="status" className="sr-only">
        {count > 0 ? label : null}
      </span>
      {count > 0 ? (
        <Button
          size="sm"
          variant="primary"
          busy={busy}
          icon={<ArrowUp aria-hidden size={16} />}
          onClick={show}
          className="pointer-events-auto rounded-full shadow-float"
        >
          {label}
        </Button>
      ) : null}
    </div>
  );
}
