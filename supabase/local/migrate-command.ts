import { loadEnvironment } from "./environment.ts";
import { migrate } from "./migrate.ts";

const env = await loadEnvironment();
const plan = await migrate(env.DATABASE_URL, { log: (line) => console.log(line) });
console.log(
  plan.pending.length === 0 ? "The database is up to date." : `Applied ${plan.pending.length} migrations.`,
);
if (plan.changed.length > 0) process.exitCode = 1;
