/** Runs `stop` once when the command is asked to end: Ctrl-C, SIGTERM, a closed terminal, or its parent gone. */
export function onShutdown(stop: () => void): void {
  let asked = false;
  const ask = () => {
    if (asked) return;
    asked = true;
    stop();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, ask);
  process.on("disconnect", ask);
  // A listening channel alone must not keep a finished command alive.
  process.channel?.unref?.();
}
