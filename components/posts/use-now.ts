"use client";

import { useEffect, useState } from "react";

const MINUTE = 60_000;

/** The time (ms) for "5 minutes ago": the server's while the page wakes up, then this browser's, minute by minute. */
export function useNow(serverNow: number): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), MINUTE);
    return () => clearInterval(timer);
  }, []);
  return Math.max(now, serverNow);
}
