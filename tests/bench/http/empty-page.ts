import { cp, mkdtemp, rm, symlink } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { projectRoot } from "../../../supabase/local/paths.ts";
import { buildWithWebpack, type Program, serve } from "./programs.ts";

/**
 * Builds and serves a Next.js app of one page without content, on the product's own packages. It stands outside the
 * project, where the bundler finds neither the product's middleware nor its instrumentation.
 */
export async function serveEmptyPage(logFile: string): Promise<Program & { close(): Promise<void> }> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "archipelago-empty-page-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    await cp(path.join(import.meta.dirname, "empty-page"), folder, { recursive: true });
    await symlink(path.join(projectRoot, "node_modules"), path.join(folder, "node_modules"));
    await buildWithWebpack(folder, logFile);
    const program = await serve({ cwd: folder, env: {}, logFile });
    const close = async () => {
      await program.process.stop();
      await remove();
    };
    return { ...program, close };
  } catch (cause) {
    await remove();
    throw cause;
  }
}
