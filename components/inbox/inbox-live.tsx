"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useViewer } from "@/components/providers/viewer-provider";
import { useInboxKeys } from "@/components/shortcuts/use-inbox-keys";
import { fetchJson } from "@/lib/http/fetch-json";
import type { LiveState } from "@/lib/realtime/rules";
import { subscribe } from "@/lib/realtime/subscribe";

/** Several messages within this time are one reason to read again, in milliseconds. */
const SOON_MS = 200;
/** Until the next attempt where the app cannot read at present, in milliseconds. */
const LATER_MS = 5_000;

/** Whether the app can read now: a page that it could not read would stand where the list is. */
function canRead(): Promise<boolean> {
  return fetchJson("/api/health").then(
    () => true,
    () => false,
  );
}

/** Keeps the list as it is: reads it again when something changed, in place, and says when it cannot hear. */
export function InboxLive() {
  const t = useTranslations("inbox");
  const state = useRefresh(useViewer()?.id);
  useInboxKeys();
  if (state !== "lost") return null;
  return (
    <p role="status" className="py-4 text-center text-sm text-ink-muted">
      {t("lost")}
    </p>
  );
}

function useRefresh(personId: string | undefined): LiveState | null {
  const router = useRouter();
  const [state, setState] = useState<LiveState | null>(null);
  useEffect(() => {
    if (!personId) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let left = false;
    const readAfter = (ms: number) => {
      clearTimeout(timer);
      const mine = setTimeout(async () => {
        const able = await canRead();
        if (left || timer !== mine) return;
        if (able) router.refresh();
        else readAfter(LATER_MS);
      }, ms);
      timer = mine;
    };
    const soon = () => readAfter(SOON_MS);
    const stop = subscribe(`user:${personId}`, soon, (now) => {
      setState(now);
      if (now === "live") soon();
    });
    return () => {
      left = true;
      clearTimeout(timer);
      stop();
    };
  }, [personId, router]);
  return state;
}
