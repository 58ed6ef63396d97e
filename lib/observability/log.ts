import "server-only";
import pino from "pino";
import { serverEnv } from "@/lib/env/server";

/** Structured log lines on standard output. Never give it a token, a cookie, a mail address or a person's words. */
export const log = pino({
  level: serverEnv().LOG_LEVEL,
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
});
