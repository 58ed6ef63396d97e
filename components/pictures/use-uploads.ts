"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { Uploaded } from "@/lib/media/schemas";
import { LONGEST_SIDE } from "@/lib/media/sizes";
import { sendFile } from "./send-file";
import { shrinkPicture } from "./shrink";
import { usePictureProblem } from "./use-problem";

/** A picture on its way. `share` of it has been sent, 0 to 1; `problem` says in words why it is not there. */
export interface Upload {
  id: number;
  name: string;
  share: number;
  problem: string | null;
  /** Whether sending it again may help. */
  again: boolean;
}

interface Running {
  file: File;
  stop: AbortController;
}

/** Pictures that a person may add at once. */
const MOST_AT_ONCE = 20;

let last = 0;

/**
 * Sends pictures one after the other and tells `onSent` of each that has arrived. What fails stays in the list until it
 * is tried again or taken away.
 */
export function useUploads(onSent: (picture: Uploaded) => void) {
  const explain = usePictureProblem();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const running = useRef(new Map<number, Running>());
  const line = useRef(Promise.resolve());
  const latest = useRef({ onSent, explain });
  latest.current = { onSent, explain };

  const change = useCallback((id: number, patch: Partial<Upload>) => {
    setUploads((all) => all.map((one) => (one.id === id ? { ...one, ...patch } : one)));
  }, []);
  const drop = useCallback((id: number) => {
    running.current.get(id)?.stop.abort();
    running.current.delete(id);
    setUploads((all) => all.filter((one) => one.id !== id));
  }, []);

  const send = useCallback(
    async (id: number) => {
      const { file, stop } = running.current.get(id) ?? {};
      if (!file || !stop || stop.signal.aborted) return;
      try {
        const body = await shrinkPicture(file, LONGEST_SIDE);
        const onProgress = (share: number) => change(id, { share });
        const sent = await sendFile<Uploaded>({
          method: "POST",
          path: "/api/v1/pictures",
          body,
          signal: stop.signal,
          onProgress,
        });
        latest.current.onSent(sent);
        drop(id);
      } catch (error) {
        if (stop.signal.aborted) return;
        const { text, again } = latest.current.explain(error);
        change(id, { problem: text, again });
      }
    },
    [change, drop],
  );
  const start = useCallback(
    (id: number) => {
      line.current = line.current.then(() => send(id));
    },
    [send],
  );

  const add = useCallback(
    (files: readonly File[]) => {
      const added = files.slice(0, MOST_AT_ONCE).map((file) => {
        last += 1;
        running.current.set(last, { file, stop: new AbortController() });
        return { id: last, name: file.name, share: 0, problem: null, again: false };
      });
      setUploads((all) => [...all, ...added]);
      for (const { id } of added) start(id);
    },
    [start],
  );
  const retry = useCallback(
    (id: number) => {
      change(id, { problem: null, share: 0 });
      start(id);
    },
    [change, start],
  );

  useEffect(() => {
    const all = running.current;
    return () => {
      for (const { stop } of all.values()) stop.abort();
    };
  }, []);
  return { uploads, add, retry, drop };
}
