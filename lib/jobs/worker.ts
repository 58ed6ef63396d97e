import { Logger, run } from "graphile-worker";
import pino from "pino";
import { serverEnv } from "@/lib/env/server";
import { readWorkerEnv } from "@/lib/env/worker";
import { crontab, tasks } from "./tasks";

const env = readWorkerEnv();
// It removes files through Storage, as the app would.
serverEnv();
const log = pino({ level: env.LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime });

const LEVELS = { error: "error", warning: "warn", info: "info", debug: "debug" } as const;

/** Runs until it is told to stop; work in hand is finished first. */
const runner = await run({
  connectionString: env.DATABASE_URL,
  concurrency: 4,
  taskList: tasks,
  crontab,
  logger: new Logger(
    (scope) => (level, message) =>
      log[LEVELS[level]]({ worker: scope.workerId, task: scope.taskIdentifier }, message),
  ),
});
log.info("worker ready");
await runner.promise;
