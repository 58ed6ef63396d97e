import { AppError } from "@/lib/errors/app-error";

type Work<T> = () => Promise<T>;

/** A line of work. `full` says whether whoever comes now would be sent away. */
export interface Queue {
  full(): boolean;
  enter<T>(work: Work<T>): Promise<T>;
}

/**
 * Runs work one piece at a time. While `most` pieces wait, whoever brings another is sent away.
 * @throws AppError `unavailable` with reason `uploads_busy`
 */
export function createQueue(most: number): Queue {
  let last: Promise<unknown> = Promise.resolve();
  let inside = 0;
  // One is at work, the others wait.
  const full = () => inside > most;
  async function enter<T>(work: Work<T>): Promise<T> {
    if (full()) throw new AppError("unavailable", "uploads_busy", { retryAfterSeconds: 5 });
    inside += 1;
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      inside -= 1;
    }
  }
  return { full, enter };
}
