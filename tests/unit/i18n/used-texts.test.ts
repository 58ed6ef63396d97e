import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { CATALOGUES } from "@/lib/i18n/messages";
import { listSources, projectRoot } from "../../support/source-files.ts";
import { asksFor, spokenKeys } from "../../support/used-texts.ts";

/** Texts whose keys are no words of the module that asks for them, and where the keys come from instead. */
const BY_REASON: Readonly<Record<string, RegExp>> = {
  // The reason of an error: written in lib, or raised by the database as `code:reason`.
  errors: /["':]([a-z][a-z0-9_]*)["']/g,
};

/** Texts, and groups of texts, whose keys are put together elsewhere. */
const COMPUTED: readonly string[] = [
  // components/members/person-writing.tsx, by MEMBER_PARTS
  "person.comments",
  // Raised by join_community, by the state of the membership.
  "errors.membership_suspended",
  "errors.membership_removed",
  // The types of posts, by lib/posts/limits.ts
  "feed.type",
  "feed.view.types",
  // components/composer/toolbar.tsx, by the tools of lib
  "post.compose.tools",
  // The names of what keys do, by lib/shortcuts/shortcuts.ts
  "shortcuts.labels",
  // lib/journeys/examples.ts, by the plans of example-plans.ts
  "examples",
];

const isComputed = (text: string) => COMPUTED.some((named) => text === named || text.startsWith(`${named}.`));

type Tree = { [key: string]: string | Tree };

function pathsOf(tree: Tree, prefix = ""): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [prefix + key] : pathsOf(value, `${prefix}${key}.`),
  );
}

const read = (file: string) => readFileSync(path.join(projectRoot, file), "utf8");
const modules = ["app", "components", "lib"].flatMap(listSources);

function wordsOfReasons(pattern: RegExp): Set<string> {
  const migrations = readdirSync(path.join(projectRoot, "supabase/migrations")).map(
    (name) => `supabase/migrations/${name}`,
  );
  const sources = [...modules.filter((file) => file.startsWith("lib/")), ...migrations];
  return new Set(sources.flatMap((file) => [...read(file).matchAll(pattern)].map((match) => match[1] ?? "")));
}

describe("texts", () => {
  it("are all asked for", { timeout: 30_000 }, () => {
    const spoken = modules.map((file) => spokenKeys(file, read(file)));
    const reasons = new Map(
      Object.entries(BY_REASON).map(([namespace, pattern]) => [namespace, wordsOfReasons(pattern)]),
    );
    const unused = pathsOf(CATALOGUES.en).filter((text) => {
      const [namespace = "", ...rest] = text.split(".");
      if (reasons.get(namespace)?.has(rest.join("."))) return false;
      return !isComputed(text) && !spoken.some((module) => asksFor(module, text));
    });
    expect(unused).toEqual([]);
  });

  it("that are said to be put together elsewhere are there", () => {
    const all = pathsOf(CATALOGUES.en);
    const gone = COMPUTED.filter(
      (named) => !all.some((text) => text === named || text.startsWith(`${named}.`)),
    );
    expect(gone).toEqual([]);
  });

  it.each([
    ['const t = useTranslations("feed"); t("like");', true],
    ['const t = await getTranslations("feed"); t(on ? "unlike" : "like");', true],
    ['const t = useTranslations("post"); t("like");', false],
    ['const t = useTranslations("feed"); t("liked");', false],
  ])("feed.like by %s", (source, asked) => {
    expect(asksFor(spokenKeys("x.ts", source), "feed.like")).toBe(asked);
  });

  it.each([
    [`t(\`role.\${role}\`);`, true],
    [`t(\`role.\${role}.hint\`);`, false],
    [`t(\`\${role}\`);`, false],
    [`t(\`\${kind}ole.\${role}\`);`, true],
  ])("feed.role.owner by %s", (call, asked) => {
    const source = `const t = useTranslations("feed"); ${call}`;
    expect(asksFor(spokenKeys("x.ts", source), "feed.role.owner")).toBe(asked);
  });
});
