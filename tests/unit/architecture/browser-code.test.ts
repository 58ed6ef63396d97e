import { expect, it } from "vitest";
import { hasDirective } from "../../support/entry-points.ts";
import { type ReadSource, staticEdges } from "../../support/module-graph.ts";
import { importsOf, listSources, parseSource } from "../../support/source-files.ts";

/** Libraries for servers: each would be a good part of all that a page may send. */
const FOR_SERVERS = [
  "zod",
  "lru-cache",
  "markdown-it",
  "tldts",
  "sharp",
  "pino",
  "jose",
  "feed",
  "ical-generator",
];

/** Libraries for what somebody asks for later: only a module that is fetched then may have them. */
const FOR_LATER = ["sonner", "cmdk"];

const files = ["app", "components", "lib"].flatMap(listSources);
const known = new Set(files);
const sources = new Map<string, ReturnType<typeof parseSource>>();
const read: ReadSource = (file) => {
  if (!known.has(file)) return null;
  const source = sources.get(file) ?? parseSource(file);
  sources.set(file, source);
  return source;
};

/** Modules that browsers get together with a page, each with the way that leads to it. */
function browserModules(): Map<string, string[]> {
  const visited = new Set<string>();
  const found = new Map<string, string[]>();
  const visit = (file: string, way: string[] | null): void => {
    const source = read(file);
    if (!source || hasDirective(source, "use server")) return;
    const inBrowser = way !== null || hasDirective(source, "use client");
    if (inBrowser ? found.has(file) : visited.has(file)) return;
    const here = inBrowser ? [...(way ?? []), file] : null;
    if (here) found.set(file, here);
    else visited.add(file);
    for (const { target } of staticEdges(source, read)) visit(target, here);
  };
  for (const file of files.filter((name) => name.startsWith("app/"))) visit(file, null);
  return found;
}

it("no page sends a library that belongs on the server, or that comes when it is wanted", () => {
  const modules = browserModules();
  expect(modules.size).toBeGreaterThan(50);
  const wrong = [...modules].flatMap(([file, way]) => {
    const source = read(file);
    const named = source ? importsOf(source) : [];
    return named
      .filter((name) => [...FOR_SERVERS, ...FOR_LATER].includes(name))
      .map((name) => `${way.join(" > ")} > ${name}`);
  });
  expect(wrong).toEqual([]);
}, 30_000);
