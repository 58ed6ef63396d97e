import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import type { SystemUser } from "./system-user.ts";

/** A program that ends with us. `exited` settles with its exit code however it ends. */
export type Guarded = {
  pid: number | undefined;
  exited: Promise<number | null>;
  hasExited(): boolean;
  stop(): Promise<void>;
};

export type GuardedOptions = {
  command: string;
  args: string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  logFile: string;
  /** Signal that ends it in good order. */
  signal: "INT" | "TERM";
  user?: SystemUser;
  /** Called with every line it writes, after the line is in the log. */
  onLine?: (line: string) => void;
};

// Closing stdin stops the program: it then ends with its parent, however that one ended. A session of its own
// keeps the terminal's Ctrl-C away from it, so that what depends on it can be stopped first.
const guard = `signal=$1; shift
exec 3<&0
"$@" 3<&- &
child=$!
( cat <&3; kill -$signal $child ) >/dev/null 2>&1 &
watcher=$!
exec 3<&-
wait $child
code=$?
kill $watcher 2>/dev/null
exit $code`;

/** How long a program may take to end before its whole process group is killed. */
const patienceMs = 15_000;

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // Nobody left in the group: what we want.
  }
}

/** Calls back once per complete line of what is written, and for the rest at the end. */
export function splitLines(onLine: (line: string) => void): { write(chunk: Buffer): void; end(): void } {
  const decoder = new TextDecoder();
  let rest = "";
  return {
    write(chunk) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split(/\r?\n/);
      rest = lines.pop() ?? "";
      for (const line of lines) onLine(line);
    },
    end() {
      if (rest) onLine(rest);
      rest = "";
    },
  };
}

/** Starts a program under the guard; what it writes goes to its log file. */
export function startGuarded(options: GuardedOptions): Guarded {
  const log = createWriteStream(options.logFile, { flags: "a", mode: 0o644 });
  const child = spawn("/bin/sh", ["-c", guard, "sh", options.signal, options.command, ...options.args], {
    ...options.user,
    cwd: options.cwd,
    env: options.env,
    detached: true,
    stdio: ["pipe", "pipe", "pipe"],
  });
  const lines = splitLines((line) => options.onLine?.(line));
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      log.write(chunk);
      lines.write(chunk);
    });
  }
  child.stdin.on("error", () => undefined);
  let ended = false;
  const exited = new Promise<number | null>((resolve) => {
    child.once("error", () => resolve(null));
    child.once("close", (code) => resolve(code));
  }).then((code) => {
    ended = true;
    lines.end();
    log.end();
    killGroup(child.pid);
    return code;
  });
  return {
    pid: child.pid,
    exited,
    hasExited: () => ended,
    async stop() {
      child.stdin.end();
      const timer = setTimeout(() => killGroup(child.pid), patienceMs);
      await exited;
      clearTimeout(timer);
    },
  };
}

/** The last lines of a log, for a message. */
export async function tail(file: string, lines = 15): Promise<string> {
  const text = await readFile(file, "utf8").catch(() => "");
  return text.trimEnd().split("\n").slice(-lines).join("\n");
}
