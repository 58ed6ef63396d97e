import { describe, expect, it } from "vitest";
import { hasDirective, unwrappedEntries } from "../../support/entry-points.ts";
import { listSources, parseSource, parseText } from "../../support/source-files.ts";

const sources = ["app", "components", "lib"].flatMap(listSources);
const actionFiles = sources.filter((file) => hasDirective(parseSource(file), "use server"));
const routeFiles = sources.filter((file) => /\/route\.tsx?$/.test(file));

describe("every entry goes through a wrapper", () => {
  it.each(actionFiles)("actions of %s", (file) => {
    expect(unwrappedEntries(parseSource(file), "action")).toEqual([]);
  });

  it.each(routeFiles)("handlers of %s", (file) => {
    expect(unwrappedEntries(parseSource(file), "route")).toEqual([]);
  });

  it("server actions stand in files of their own, whose first statement says so", () => {
    const inline = actionFiles.filter(
      (file) => !/^(["'])use server\1/.test(parseSource(file).text.trimStart()),
    );
    expect(inline).toEqual([]);
  });

  it("finds actions and handlers to look at", () => {
    expect(actionFiles.length).toBeGreaterThan(3);
    expect(routeFiles.length).toBeGreaterThan(5);
  });
});

describe("every form of an action says for whom it was made", () => {
  const bare = (text: string) => /<form\s[^>]*(?:action=\{|\{\.\.\.)/.test(text);

  it("with ActionForm", () => {
    const own = "components/forms/action-form.tsx";
    const files = sources.filter((file) => file.endsWith(".tsx") && file !== own);
    expect(files.filter((file) => bare(parseSource(file).text))).toEqual([]);
  });

  it("and a bare form would be found", () => {
    expect(bare("<form action={send}>")).toBe(true);
    expect(bare('<form\n  className="x"\n  action={send}>')).toBe(true);
    expect(bare("<form {...formProps}>")).toBe(true);
    expect(bare('<form action="/members">')).toBe(false);
    expect(bare("<form onSubmit={save}>")).toBe(false);
  });
});

describe("the walk itself", () => {
  const action = (text: string) => unwrappedEntries(parseText(text, "lib/x/actions.ts"), "action");
  const route = (text: string) => unwrappedEntries(parseText(text, "app/x/route.ts"), "route");

  it("reports a plain exported function, a re-export, a bare constant and a default export", () => {
    expect(action("export async function removeAll() {}")).toEqual(["removeAll"]);
    expect(action('export { banMember } from "./ban";')).toEqual(["re-export"]);
    expect(action("export const open = async () => {};")).toEqual(["open"]);
    expect(action("export default async () => {};")).toEqual(["default"]);
    expect(action("export const open = withAnything({});")).toEqual(["open"]);
  });

  it("reports a bare handler and leaves configuration alone", () => {
    expect(route('export const dynamic = "force-dynamic"; export async function GET() {}')).toEqual(["GET"]);
    expect(route("export const POST = withTenantAuth({});")).toEqual(["POST"]);
  });

  it("accepts what is wrapped", () => {
    expect(action("export const likeAction = withTenantAuth({});")).toEqual([]);
    expect(route("export const GET = withTenantApi({});")).toEqual([]);
  });
});
