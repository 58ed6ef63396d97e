import { spawn } from "node:child_process";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { event, member, post, temporaryFolder, writeArchive } from "@/tests/support/archives";
import { stackEnv } from "@/tests/support/stack";

const root = path.resolve(import.meta.dirname, "../../..");

/** Runs a command of the project in `cwd` as npm would; answers its exit code and what it printed. */
async function run(
  command: string,
  args: string[],
  cwd = root,
): Promise<{ code: number | null; out: string }> {
  const script = path.join(root, "supabase/local", `${command}-command.ts`);
  const tsx = path.join(root, "node_modules/tsx/dist/loader.mjs");
  const child = spawn(process.execPath, ["--import", tsx, script, ...args], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: stackEnv().DATABASE_URL, INIT_CWD: cwd },
  });
  let out = "";
  child.stdout.on("data", (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    out += chunk.toString();
  });
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { code, out };
}

describe("npm run import and npm run export", () => {
  it("print pace and summary, and end with 0 when every archive is in", async () => {
    const folder = await writeArchive({
      slug: "command",
      members: [member()],
      posts: [post()],
      events: [event()],
    });
    const { code, out } = await run("import", [folder]);
    expect(out).toMatch(/command\/posts\.jsonl: 1 of 1 rows, [\d,]+ rows\/s/);
    expect(out).toMatch(/command: founded .*\n {2}members: 1 new\n {2}posts: 1 new\n {2}events: 1 new\n/);
    expect(out).toMatch(/1 of 1 archives imported, 3 rows in/);
    expect(code).toBe(0);
  });

  it("name folder, file and line of what is wrong, go on, and end with 1", async () => {
    const bad = await writeArchive({
      slug: "wrong",
      members: [member()],
      posts: [post({ author_id: "m7" })],
    });
    const good = await writeArchive({ slug: "right", members: [member()] });
    const { code, out } = await run("import", [bad, good]);
    expect(out).toMatch(/posts\.jsonl, line 1: author_id "m7" is no member of this archive\. Add the person/);
    expect(out).toContain("right: founded");
    expect(out).toContain("1 of 2 archives imported");
    expect(out).toContain("1 not imported");
    expect(code).toBe(1);
  });

  it("take folders as the person who typed them means them", async () => {
    const folder = await temporaryFolder();
    const archive = await writeArchive({ slug: "relative", members: [member()] });
    expect(await run("import", [path.basename(archive)], path.dirname(archive))).toMatchObject({ code: 0 });
    expect(await run("export", ["relative", "out"], folder)).toMatchObject({ code: 0 });
    expect((await readdir(path.join(folder, "out"))).sort()).toEqual([
      "events.jsonl",
      "manifest.json",
      "members.jsonl",
      "posts.jsonl",
    ]);
    expect(await run("export", ["relative", "out"], folder)).toMatchObject({
      code: 1,
      out: expect.stringContaining("not empty"),
    });
  });

  it("explain themselves when called without arguments or with unknown ones", async () => {
    for (const [command, args] of [
      ["import", []],
      ["import", ["--colour", "x"]],
      ["export", ["only-a-slug"]],
    ] as const) {
      const { code, out } = await run(command, [...args]);
      expect(out).toContain(`Usage: npm run ${command} -- `);
      expect(code).toBe(1);
    }
  });
});
