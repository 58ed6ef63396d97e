import path from "node:path";
import { parseArgs } from "node:util";
import { withClient } from "../../lib/archive/connection";
import { exportArchive } from "../../lib/archive/export-archive";
import { ProgressDisplay } from "../../lib/archive/progress";
import { loadEnvironment } from "./environment.ts";

const usage = `Usage: npm run export -- <slug> <folder>

Writes a community as an archive (docs/archive-format.md) into a folder that does not exist yet or is empty.`;

type Request = { slug: string; folder: string };

/** Reads the command line; undefined when it makes no sense or asks for help. The folder is relative to `base`. */
function readArguments(args: string[], base: string): Request | undefined {
  try {
    const options = { help: { type: "boolean", short: "h" } } as const;
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
    const [slug, folder, ...rest] = positionals;
    if (values.help || !slug || !folder || rest.length > 0) return undefined;
    return { slug, folder: path.relative("", path.resolve(base, folder)) || "." };
  } catch (cause) {
    console.error(cause instanceof Error ? cause.message : String(cause));
    return undefined;
  }
}

async function main({ slug, folder }: Request): Promise<void> {
  const { DATABASE_URL } = await loadEnvironment();
  const display = new ProgressDisplay(process.stdout);
  const manifest = await withClient(DATABASE_URL, (client) =>
    exportArchive(client, slug, folder, (step) => display.step(step)),
  );
  const counts = Object.entries(manifest.files).map(
    ([file, { rows }]) => `${rows} ${file.replace(".jsonl", "")}`,
  );
  display.line(`${slug}: exported to ${folder} (${counts.join(", ")})`);
}

// npm runs scripts in the project's folder and says here where the person was.
const request = readArguments(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
if (!request) {
  console.log(usage);
  process.exitCode = 1;
} else {
  try {
    await main(request);
  } catch (cause) {
    console.error(cause instanceof Error ? cause.message : String(cause));
    process.exitCode = 1;
  }
}
