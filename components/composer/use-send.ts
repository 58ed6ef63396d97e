"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState } from "react";
import { useOnline } from "@/components/ui/use-online";
import type { ActionError, ActionResult } from "@/lib/actions/result";

type Sending<T> = () => Promise<ActionResult<T>>;

/**
 * Sends what somebody wrote, once at a time. Where the server cannot be reached it waits and sends the same again as
 * soon as there is a connection; what is sent must therefore carry an id of its own.
 */
export function useSend<T>(send: Sending<T>, onDone: (data: T) => void) {
  const t = useTranslations("post.compose");
  const online = useOnline();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ActionError | null>(null);
  const [waiting, setWaiting] = useState(false);
  const sending = useRef(false);
  const latest = useRef({ send, onDone });
  latest.current = { send, onDone };

  const start = useCallback(async () => {
    if (sending.current) return;
    sending.current = true;
    setBusy(true);
    setError(null);
    setWaiting(false);
    try {
      const answer = await latest.current.send();
      if (answer.ok) latest.current.onDone(answer.data);
      else setError(answer.error);
    } catch {
      if (navigator.onLine) setError({ code: "unavailable", reason: "offline", message: t("notArrived") });
      else setWaiting(true);
    } finally {
      sending.current = false;
      setBusy(false);
    }
  }, [t]);

  useEffect(() => {
    if (online && waiting) void start();
  }, [online, waiting, start]);

  const forget = useCallback(() => {
    setError(null);
    setWaiting(false);
  }, []);

  return { start, forget, busy, error, waiting, online };
}
