import { appendFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { ArchiveError } from "@/lib/archive/archive-error";
import { checkArchive } from "@/lib/archive/check-archive";
import { MAX_LINE_BYTES } from "@/lib/archive/format";
import {
  event,
  member,
  post,
  type TestArchive,
  temporaryFolder,
  writeArchive,
} from "@/tests/support/archives";

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

type Case = [
  title: string,
  archive: Partial<TestArchive>,
  file: string,
  line: number | undefined,
  what: RegExp,
];

const badRows: Case[] = [
  ["a line that is not JSON", { posts: [post(), '{"id": '] }, "posts.jsonl", 2, /not JSON/],
  ["a line that is no object", { posts: ["[1]"] }, "posts.jsonl", 1, /it is not an object/],
  ["an empty line", { posts: [post(), ""] }, "posts.jsonl", 2, /it is empty/],
  ["invalid UTF-8", { posts: [Buffer.from([0x22, 0xff, 0x22])] }, "posts.jsonl", 1, /not valid UTF-8/],
  ["a byte-order mark", { posts: [`\uFEFF${JSON.stringify(post())}`] }, "posts.jsonl", 1, /byte-order mark/],
  [
    "an over-long line",
    { posts: [post(), Buffer.alloc(MAX_LINE_BYTES + 1, 0x20)] },
    "posts.jsonl",
    2,
    /longer than/,
  ],
  [
    "an unknown author",
    { posts: [post({ author_id: "m9" })] },
    "posts.jsonl",
    1,
    /author_id "m9" is no member/,
  ],
  [
    "an unknown organizer",
    { events: [event({ organizer_id: "x" })] },
    "events.jsonl",
    1,
    /organizer_id "x" is no member/,
  ],
  [
    "a repeated member",
    { members: [member(), member()] },
    "members.jsonl",
    2,
    /id "m1" is already on line 1/,
  ],
  [
    "a repeated post",
    { posts: [post(), post({ id: "p2" }), post()] },
    "posts.jsonl",
    3,
    /id "p1" is already on line 1/,
  ],
  ["a repeated event", { events: [event(), event()] }, "events.jsonl", 2, /id "e1" is already on line 1/],
  [
    "a day that does not exist",
    { events: [event({ starts_on: "2026-02-30" })] },
    "events.jsonl",
    1,
    /starts_on is "2026-02-30"/,
  ],
  [
    "an end before the start",
    { events: [event({ ends_on: "2026-02-28" })] },
    "events.jsonl",
    1,
    /ends before the event starts/,
  ],
  [
    "an impossible deadline",
    { events: [event({ call_for_proposals_until: "2026-13-01" })] },
    "events.jsonl",
    1,
    /call_for_proposals_until/,
  ],
  [
    "a moment that does not exist",
    { posts: [post({ created_at: "2023-02-29T00:00:00Z" })] },
    "posts.jsonl",
    1,
    /created_at is/,
  ],
  [
    "a moment with an offset",
    { posts: [post({ created_at: "2023-02-28T00:00:00+01:00" })] },
    "posts.jsonl",
    1,
    /in UTC/,
  ],
  [
    "a body over the limit",
    { posts: [post({ body: "x".repeat(200_001) })] },
    "posts.jsonl",
    1,
    /body has 200,001 characters, at most 200,000/,
  ],
  ["an empty body", { posts: [post({ body: "" })] }, "posts.jsonl", 1, /body is empty/],
  ["a NUL", { posts: [post({ body: "a\0b" })] }, "posts.jsonl", 1, /U\+0000/],
  [
    "half a surrogate pair",
    {
      posts: [
        String.raw`{"id":"p1","author_id":"m1","title":"\ud800","body":"x","visibility":"public","created_at":"2021-01-01T10:00:00Z"}`,
      ],
    },
    "posts.jsonl",
    1,
    /title holds half/,
  ],
  [
    "an audience the format does not carry",
    { posts: [post({ visibility: "me" })] },
    "posts.jsonl",
    1,
    /visibility is not "public" or "members"/,
  ],
  [
    "an unknown field",
    { posts: [post({ mood: "good" })] },
    "posts.jsonl",
    1,
    /"mood" is no field of this format/,
  ],
  ["a missing field", { posts: [{ ...post(), title: undefined }] }, "posts.jsonl", 1, /title is missing/],
  [
    "a field of another type",
    { events: [event({ online: "yes" })] },
    "events.jsonl",
    1,
    /online is not a boolean/,
  ],
  ["an unknown role", { members: [member({ role: "king" })] }, "members.jsonl", 1, /role is not "owner"/],
  [
    "a nameless member",
    { members: [member({ display_name: "" })] },
    "members.jsonl",
    1,
    /display_name is empty/,
  ],
  [
    "an over-long name",
    { members: [member({ display_name: "x".repeat(201) })] },
    "members.jsonl",
    1,
    /display_name has 201/,
  ],
  [
    "a script as a link",
    { events: [event({ url: "javascript:alert(1)" })] },
    "events.jsonl",
    1,
    /url does not start with https/,
  ],
  [
    "a timed event without times",
    { events: [event({ all_day: false })] },
    "events.jsonl",
    1,
    /starts_time must be given/,
  ],
  [
    "an all-day event with times",
    { events: [event({ starts_time: "10:00", ends_time: "11:00" })] },
    "events.jsonl",
    1,
    /starts_time must be given/,
  ],
  [
    "an event that ends before it starts",
    {
      events: [event({ all_day: false, ends_on: "2026-03-01", starts_time: "10:00:30", ends_time: "10:00" })],
    },
    "events.jsonl",
    1,
    /ends before/,
  ],
  [
    "an event in no zone",
    { events: [event({ time_zone: "Mars/Olympus" })] },
    "events.jsonl",
    1,
    /time_zone is "Mars\/Olympus"/,
  ],
  [
    "too few rows",
    { files: { "posts.jsonl": { rows: 2 } } },
    "posts.jsonl",
    undefined,
    /has 1 rows, manifest.json says 2/,
  ],
  [
    "another hash",
    { files: { "events.jsonl": { sha256: "0".repeat(64) } } },
    "events.jsonl",
    undefined,
    /SHA-256 is .*, manifest.json says 0000/,
  ],
  ["no format", { manifest: { format: undefined } }, "manifest.json", undefined, /format is missing/],
  ["another format", { manifest: { format: "zip" } }, "manifest.json", undefined, /format is "zip"/],
  [
    "a later version",
    { manifest: { version: 2, more: true } },
    "manifest.json",
    undefined,
    /version 2 is not supported/,
  ],
  [
    "an unknown field of the manifest",
    { manifest: { extra: 1 } },
    "manifest.json",
    undefined,
    /"extra" is no field/,
  ],
  [
    "an unknown field of the community",
    { community: { owner: "x" } },
    "manifest.json",
    undefined,
    /"owner" in community is no field/,
  ],
  [
    "an address with capitals",
    { community: { slug: "Go" } },
    "manifest.json",
    undefined,
    /community.slug is "Go"/,
  ],
  [
    "an address of one letter",
    { community: { slug: "g" } },
    "manifest.json",
    undefined,
    /community.slug is "g"/,
  ],
  ["an address in punycode", { community: { slug: "xn--a" } }, "manifest.json", undefined, /community.slug/],
  ["no language", { community: { locale: "English" } }, "manifest.json", undefined, /community.locale/],
  [
    "an offset as a zone",
    { community: { time_zone: "+01:00" } },
    "manifest.json",
    undefined,
    /community.time_zone/,
  ],
  [
    "a nameless community",
    { community: { name: "" } },
    "manifest.json",
    undefined,
    /community.name is empty/,
  ],
];

describe("checkArchive refuses", () => {
  it.each(badRows)("%s", async (_title, change, file, line, what) => {
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
