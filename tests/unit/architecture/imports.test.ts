import { describe, expect, it } from "vitest";
import { importsOf, listSources, parseSource } from "../../support/source-files.ts";

const lib = listSources("lib");
const components = listSources("components");
const app = listSources("app");
const all = [...lib, ...components, ...app, "middleware.ts", "instrumentation.ts"];

function offenders(
  files: readonly string[],
  isForbidden: (module: string, file: string) => boolean,
): string[] {
  return files.flatMap((file) =>
    importsOf(parseSource(file))
      .filter((module) => isForbidden(module, file))
      .map((module) => `${file} -> ${module}`),
  );
}

/** `lib/<entity>` folder of a module or file, or null. */
function entityOf(path: string): string | null {
  return /^(?:@\/)?lib\/([^/]+)\//.exec(path)?.[1] ?? null;
}

describe("imports run one way", () => {
  it("lib knows nothing of components and app; components know nothing of app", () => {
    expect(offenders(lib, (module) => /^@\/(app|components)\//.test(module))).toEqual([]);
    expect(offenders(components, (module) => module.startsWith("@/app/"))).toEqual([]);
  });

  it("the app never imports tests or the embedded stack", () => {
    expect(offenders(all, (module) => /^@\/(tests|supabase)\//.test(module))).toEqual([]);
  });

  it("an entity's folder does not import another's actions or mutations", () => {
    const foreign = (module: string, file: string) =>
      /\/(actions|mutations)$/.test(module) &&
      module.startsWith("@/lib/") &&
      entityOf(module) !== entityOf(file);
    expect(offenders(lib, foreign)).toEqual([]);
  });

  it("only the client factories make a Supabase client", () => {
    const factories = new Set([
      "lib/supabase/client.ts",
      "lib/auth/auth-client.ts",
      "lib/auth/access-token.ts",
      "lib/realtime/client.ts",
    ]);
    const outside = all.filter((file) => !factories.has(file));
    expect(offenders(outside, (module) => /^@supabase\//.test(module))).toEqual([]);
  });
});

describe("the environment is read in one room", () => {
  it("process.env stands in lib/env alone", () => {
    const readers = all.filter(
      (file) =>
        !file.startsWith("lib/env/") &&
        file !== "instrumentation.ts" &&
        /\bprocess\s*\.\s*env\b/.test(parseSource(file).text),
    );
    expect(readers).toEqual([]);
  });

  it("no variable is published to browsers", () => {
    expect(all.filter((file) => parseSource(file).text.includes("NEXT_PUBLIC_"))).toEqual([]);
  });
});
