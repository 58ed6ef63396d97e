"use client";

import { useTranslations } from "next-intl";
import { useCallback, useSyncExternalStore } from "react";
import { Count } from "@/components/ui/count";
import { unreadOf } from "@/lib/inbox/client";

/** How much is unread in all communities, live; nothing while it is unknown, and nothing for none. */
export function UnreadCount({ personId }: { personId: string }) {
  const t = useTranslations("inbox.bell");
  const store = unreadOf(personId);
  const unread = useSyncExternalStore(
    useCallback((onChange) => store.subscribe(onChange), [store]),
    store.read,
    () => null,
  );
  if (!unread) return null;
  return (
    <span className="absolute -end-1.5 -top-1 grid h-4.5 min-w-4.5 place-items-center rounded-full bg-accent px-1 text-[0.6875rem] font-semibold leading-none text-accent-ink">
      <span aria-hidden data-figures>
        {unread > 99 ? t("many") : <Count value={unread} />}
      </span>
      <span className="sr-only">{t("unread", { count: unread })}</span>
    </span>
  );
}
