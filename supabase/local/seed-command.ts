import { stat } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { DemoModule } from "./demo.ts";
import { loadEnvironment } from "./environment.ts";

const env = await loadEnvironment();
const file = path.join(import.meta.dirname, "demo/seed.ts");
if (!(await stat(file).catch(() => undefined))) throw new Error("There is no demo to seed in this version.");
const demo = (await import(pathToFileURL(file).href)) as DemoModule;
await demo.seedDemo?.(env.DATABASE_URL, { env, log: (line) => console.log(line) });
console.log("The demo network is in the database.");
