import { quickAddJob, runOnce } from "graphile-worker";
import { tasks } from "@/lib/jobs/tasks";

/** Does one task of the worker, now, with what the worker's environment says: `run-task.ts <task>`. */
const task = process.argv[2] ?? "";
const connectionString = process.env.DATABASE_URL ?? "";
await quickAddJob({ connectionString }, task, {});
await runOnce({ connectionString, taskList: { [task]: tasks[task] as NonNullable<(typeof tasks)[string]> } });
