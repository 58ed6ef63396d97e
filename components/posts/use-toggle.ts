"use client";

import { useEffect, useRef, useState } from "react";
import { ApiProblem } from "@/lib/http/fetch-json";

interface Toggle {
  /** How the server left it when this was drawn. */
  initial: boolean;
  /** Tells the server. Throws where that fails. */
  send: (on: boolean) => Promise<void>;
  /** The last change arrived. */
  onArrived: (on: boolean) => void;
  /** It did not; `told` is what the answer says, where that helps more than words of our own. */
  onFailed: (told: string | null) => void;
}

/**
 * Something on or off that changes at once and is sent behind. Presses that come while one is on its way are told the
 * server as the last of them left it; a change that does not arrive is taken back.
 */
export function useToggle({ initial, send, onArrived, onFailed }: Toggle) {
  const [wanted, setWanted] = useState<boolean | null>(null);
  const latest = useRef(initial);
  const arrived = useRef(initial);
  const sending = useRef(false);
  const on = wanted ?? initial;

  useEffect(() => {
    if (sending.current) return;
    latest.current = initial;
    arrived.current = initial;
    setWanted(null);
  }, [initial]);

  async function sendLatest(): Promise<void> {
    if (sending.current) return;
    sending.current = true;
    try {
      while (arrived.current !== latest.current) {
        const next = latest.current;
        await send(next);
        arrived.current = next;
      }
      onArrived(arrived.current);
    } catch (problem) {
      latest.current = arrived.current;
      setWanted(arrived.current);
      // A conflict says in its own words what to do: somebody else is signed in by now.
      onFailed(problem instanceof ApiProblem && problem.code === "conflict" ? problem.message : null);
    } finally {
      sending.current = false;
    }
  }

  function toggle(): void {
    latest.current = !on;
    setWanted(!on);
    void sendLatest();
  }

  return { on, toggle };
}
