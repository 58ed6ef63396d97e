import { appendFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { ArchiveError } from "@/lib/archive/archive-error";
import { checkArchive } from "@/lib/archive/check-archive";
import {
  event,
  member,
  post,
  type TestArchive,
  temporaryFolder,
  writeArchive,
} from "@/tests/support/archives";
import { badManifests } from "./bad-manifests";
import { badRows } from "./bad-rows";

/** The error that an archive is refused with. */
async function refusal(folder: string): Promise<ArchiveError> {
  const error = await checkArchive(folder).then(
    () => undefined,
    (cause: unknown) => cause,
  );
  if (!(error instanceof ArchiveError)) throw new Error(`not refused: ${String(error)}`);
  return error;
}

const good: TestArchive = { slug: "test", members: [member()], posts: [post()], events: [event()] };

describe("checkArchive refuses", () => {
  it.each([...badRows, ...badManifests])("%s", async (_title, change, file, line, what) => {
    const folder = await writeArchive({ ...good, ...change });
    const error = await refusal(folder);
    const problem = error.problems.find((found) => found.file === file && what.test(found.what));
    expect(problem, error.message).toMatchObject({ folder, file });
    expect(problem?.line).toBe(line);
    expect(problem?.advice).not.toBe("");
    expect(error.message).toContain(path.join(folder, file));
    if (line !== undefined) expect(error.message).toContain(`line ${line}:`);
  });

  it.each(["manifest.json", "members.jsonl", "posts.jsonl", "events.jsonl"])("a missing %s", async (file) => {
    const folder = await writeArchive(good);
    await rm(path.join(folder, file));
    expect((await refusal(folder)).problems).toEqual([
      expect.objectContaining({ folder, file, what: expect.stringMatching(/no such file|missing/) }),
    ]);
  });

  it("a folder that does not exist", async () => {
    const folder = path.join(await temporaryFolder(), "none");
    expect((await refusal(folder)).message).toContain("manifest.json");
  });

  it("a manifest that is not JSON, or far too large", async () => {
    const folder = await writeArchive(good);
    await writeFile(path.join(folder, "manifest.json"), "{");
    expect((await refusal(folder)).message).toContain("not JSON");
    await writeFile(path.join(folder, "manifest.json"), Buffer.alloc(2 ** 20 + 1, 0x20));
    expect((await refusal(folder)).message).toContain("larger than");
  });

  it("a row that was appended after the manifest was made", async () => {
    const folder = await writeArchive(good);
    await appendFile(path.join(folder, "posts.jsonl"), `${JSON.stringify(post({ id: "p2" }))}\n`);
    expect((await refusal(folder)).problems.map((problem) => problem.what)).toEqual([
      expect.stringContaining("2 rows"),
      expect.stringContaining("SHA-256"),
    ]);
  });

  it("every bad line, naming the first ten", async () => {
    const folder = await writeArchive({ ...good, posts: Array.from({ length: 30 }, () => "no") });
    const error = await refusal(folder);
    expect(error.total).toBe(30);
    expect(error.problems.map((problem) => problem.line)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it("a bad member once, not each of their posts too", async () => {
    const folder = await writeArchive({ ...good, members: [member({ joined_at: "never" })] });
    expect((await refusal(folder)).total).toBe(1);
  });
});

describe("checkArchive accepts", () => {
  it("an archive without rows", async () => {
    expect(await checkArchive(await writeArchive({ slug: "ux" }))).toMatchObject({ rows: 0 });
  });

  it.each(["go", "ux", "data", "security", "admin"])("the address %s", async (slug) => {
    expect((await checkArchive(await writeArchive({ slug }))).manifest.community.slug).toBe(slug);
  });

  it("200,000 characters outside the first plane, escaped", async () => {
    const line = `{"id":"p1","author_id":"m1","title":null,"body":"${"\\ud83d\\ude00".repeat(200_000)}","visibility":"members","created_at":"2021-01-01T10:00:00.123456Z"}`;
    expect(await checkArchive(await writeArchive({ ...good, posts: [line] }))).toMatchObject({ rows: 3 });
  });

  it("U+2028, U+0085 and a lone carriage return inside a line, CRLF at its end, and no end at the last", async () => {
    const body = "one\u2028two\u0085three\rfour";
    const folder = await writeArchive({
      ...good,
      posts: [`${JSON.stringify(post({ body }))}\r`, post({ id: "p2", body })],
    });
    expect(await checkArchive(folder)).toMatchObject({ rows: 4 });
  });

  it("every optional field", async () => {
    const folder = await writeArchive({
      ...good,
      community: { privacy: "secret", join_policy: "invite" },
      posts: [post({ tags: ["a", "b"] })],
      events: [
        event({
          all_day: false,
          starts_time: "18:30",
          ends_time: "18:30",
          ends_on: "2026-03-01",
          time_zone: "Asia/Kolkata",
          venue: "Hall",
          description: "Bring *tea*",
          visibility: "members",
        }),
      ],
    });
    expect(await checkArchive(folder)).toMatchObject({ rows: 3 });
  });
});
