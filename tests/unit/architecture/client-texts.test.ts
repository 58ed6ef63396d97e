import { existsSync } from "node:fs";
import path from "node:path";
import type ts from "typescript";
import { describe, expect, it } from "vitest";
import { texts as lateTexts } from "@/lib/i18n/late-texts/en";
import { TEXT_PARTS } from "@/lib/i18n/parts";
import type { ReadSource } from "../../support/module-graph.ts";
import { findTextGaps } from "../../support/sent-texts.ts";
import { listSources, parseSource, parseText, projectRoot } from "../../support/source-files.ts";

function cached(load: ReadSource): ReadSource {
  const known = new Map<string, ts.SourceFile | null>();
  return (file) => {
    const found = known.get(file);
    if (found !== undefined) return found;
    const loaded = load(file);
    known.set(file, loaded);
    return loaded;
  };
}

const LATE = { loader: "lib/i18n/late-texts/index.ts", texts: Object.keys(lateTexts) };

describe("texts in browsers", () => {
  const read = cached((file) => (existsSync(path.join(projectRoot, file)) ? parseSource(file) : null));

  it("every page sends what its components ask for, and nothing else", { timeout: 30_000 }, () => {
    expect(findTextGaps(listSources("app"), read, TEXT_PARTS, LATE)).toEqual([]);
  });

  it("would miss a single text taken out of the lists", { timeout: 30_000 }, () => {
    const post = TEXT_PARTS.post.filter((text) => text !== "feed.likeFailed");
    const gaps = findTextGaps(listSources("app"), read, { ...TEXT_PARTS, post }, LATE);
    expect(gaps).toContain(
      'components/posts/use-like.ts asks for "feed.likeFailed", which nothing around it on app/network/(shell)/feed/page.tsx sends',
    );
    expect(gaps).toHaveLength(6);
  });
});

const PARTS = { root: ["common.retry"], feed: ["feed.like", "feed.role"] };
const LAYOUT = `
  import { Messages } from "@/components/messages";
  export default function Layout({ children }) { return <Messages of={["root"]}>{children}</Messages>; }`;
const ERROR = `"use client"; export default function Failed() { const t = useTranslations("common"); return t("retry"); }`;
const PAGE = `
  import { List } from "@/components/list";
  export default function Page() { return <Messages of={["feed"]}><List /></Messages>; }`;
const LIST = `
  import { useRole } from "./use-role";
  export function List() { return useRole("owner"); }`;
const ROLE = `export function useRole(role) { const t = useTranslations("feed"); return [t("like"), t(\`role.\${role}\`)]; }`;

/** What the walk says of a small app, with some of its files as given. */
function gapsOf(given: Record<string, string>): string[] {
  const files: Record<string, string> = {
    "app/layout.tsx": LAYOUT,
    "app/error.tsx": ERROR,
    "app/page.tsx": PAGE,
    "components/list.tsx": `"use client"; ${LIST}`,
    "components/use-role.ts": ROLE,
    ...given,
  };
  const read = cached((file) => (file in files ? parseText(files[file] ?? "", file) : null));
  return findTextGaps(Object.keys(files), read, PARTS);
}

describe("the walk itself", () => {
  it("follows what is fetched when it is wanted", () => {
    const list = `"use client"; export const List = lazy(async () => ({ default: (await import("./use-role")).useRole }));`;
    expect(gapsOf({ "components/list.tsx": list })).toEqual([]);
    const role = ROLE.replace('t("like")', 't("dislike")');
    expect(gapsOf({ "components/list.tsx": list, "components/use-role.ts": role })).toContain(
      'components/use-role.ts asks for "feed.dislike", which nothing around it on app/page.tsx sends',
    );
  });

  it("accepts a page that sends what is asked for below it", () => {
    expect(gapsOf({})).toEqual([]);
  });

  it("names file, text and page where a text is not sent", () => {
    const bare = PAGE.replace(/<\/?Messages[^>]*>/g, "");
    expect(gapsOf({ "app/page.tsx": bare })).toEqual([
      'components/use-role.ts asks for "feed.like", which nothing around it on app/page.tsx sends',
      'components/use-role.ts asks for "feed.role", which nothing around it on app/page.tsx sends',
      'no page sends "feed"',
    ]);
    expect(gapsOf({ "app/layout.tsx": LAYOUT.replace('"root"', "") })).toEqual([
      'app/error.tsx asks for "common.retry", which nothing around it on app/error.tsx sends',
      'no page sends "root"',
    ]);
  });

  it("does not take a sender beside a component for one around it", () => {
    const beside = PAGE.replace("<List /></Messages>", "</Messages>").replace(
      "return ",
      "return <List /> || ",
    );
    expect(gapsOf({ "app/page.tsx": beside })).toHaveLength(4);
  });

  it("names what is sent and not asked for, or sent a second time", () => {
    expect(gapsOf({ "components/use-role.ts": ROLE.replace('t("like"), ', "") })).toEqual([
      expect.stringContaining('app/page.tsx sends "feed.like" (feed)'),
    ]);
    expect(gapsOf({ "app/page.tsx": PAGE.replace('["feed"]', '["feed", "root"]') })).toEqual([
      expect.stringContaining('app/page.tsx sends "common.retry" (root)'),
    ]);
  });

  it("takes a component of the server for what it is", () => {
    expect(gapsOf({ "components/list.tsx": LIST })).toEqual([
      expect.stringContaining('sends "feed.like"'),
      expect.stringContaining('sends "feed.role"'),
    ]);
  });

  it("wants the whole namespace for a computed key, and refuses what it cannot read", () => {
    const asking = (question: string) => gapsOf({ "components/use-role.ts": question });
    expect(
      asking(`export function useRole(key) { const t = useTranslations("feed"); return t(key); }`),
    ).toContain('components/use-role.ts asks for "feed", which nothing around it on app/page.tsx sends');
    expect(asking("export function useRole() { const t = useTranslations(); return t; }")).toContain(
      "components/use-role.ts: useTranslations needs the name of a namespace, written out",
    );
    expect(gapsOf({ "app/page.tsx": PAGE.replace('{["feed"]}', "{PARTS}") })).toContain(
      "app/page.tsx: write out the parts that <Messages of> sends",
    );
  });
});
