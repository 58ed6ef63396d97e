import path from "node:path";
import { parseArgs } from "node:util";
import { type ImportRequest, importArchives } from "../../lib/archive/import-archives";
import { ProgressDisplay } from "../../lib/archive/progress";
import { describeOutcome, summarise } from "../../lib/archive/summary";
import { loadEnvironment } from "./environment.ts";

const usage = `Usage: npm run import -- <folder>... [--owner <e-mail>] [--into]

Imports community archives (docs/archive-format.md), each in one transaction; importing again updates what changed.
  --owner <e-mail>  makes this person, who must have signed up, an owner beside the archive's own
  --into            allows importing into a community that was not made by an import`;

/** Reads the command line; undefined when it makes no sense or asks for help. Folders are relative to `base`. */
function readArguments(args: string[], base: string): ImportRequest | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        owner: { type: "string" },
        into: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
    if (values.help || positionals.length === 0) return undefined;
    const folders = positionals.map((folder) => path.relative("", path.resolve(base, folder)) || ".");
    return { folders, into: values.into ?? false, ownerEmail: values.owner };
  } catch (cause) {
    console.error(cause instanceof Error ? cause.message : String(cause));
    return undefined;
  }
}

async function main(request: ImportRequest): Promise<boolean> {
  const { DATABASE_URL } = await loadEnvironment();
  const display = new ProgressDisplay(process.stdout);
  const outcomes = await importArchives(DATABASE_URL, request, {
    checking: (folder) => display.line(`Reading ${folder}`),
    progress: (step) => display.step(step),
    done: (outcome) => {
      for (const line of describeOutcome(outcome)) display.line(line);
    },
  });
  display.line(summarise(outcomes));
  return outcomes.every((outcome) => outcome.ok);
}

// npm runs scripts in the project's folder and says here where the person was.
const request = readArguments(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
if (!request) {
  console.log(usage);
  process.exitCode = 1;
} else {
  try {
    if (!(await main(request))) process.exitCode = 1;
  } catch (cause) {
    console.error(cause instanceof Error ? cause.message : String(cause));
    process.exitCode = 1;
  }
}
