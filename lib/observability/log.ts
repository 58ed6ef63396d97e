import "server-only";
import pino, { type Logger } from "pino";
import { serverEnv } from "@/lib/env/server";

let logger: Logger | undefined;

// Made at the first line: a build imports this module without an environment.
function open(): Logger {
  logger ??= pino({ level: serverEnv().LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  return logger;
}

/** Structured log lines on standard output. Never give it a token, a cookie, a mail address or a person's words. */
export const log = {
  error: (fields: object) => open().error(fields),
  warn: (fields: object) => open().warn(fields),
  info: (fields: object) => open().info(fields),
};
