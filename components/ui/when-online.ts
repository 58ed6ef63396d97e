/** Does something now, or once there is a connection again. */
export function whenOnline(run: () => void, signal: AbortSignal): void {
  if (navigator.onLine) run();
  else window.addEventListener("online", run, { once: true, signal });
}
