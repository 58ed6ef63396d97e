import { describe, expect, it } from "vitest";
import { ProblemList } from "@/lib/archive/archive-error";
import type { ArchiveOutcome } from "@/lib/archive/import-archives";
import { formatRate, type Progress, ProgressDisplay } from "@/lib/archive/progress";
import { describeOutcome, summarise } from "@/lib/archive/summary";

const step: Progress = {
  slug: "go",
  file: "posts.jsonl",
  done: 200,
  of: 1000,
  seconds: 0.5,
  finished: false,
};

function display(isTTY: boolean) {
  const written: string[] = [];
  const clock = { now: 0 };
  const screen = { isTTY, columns: 41, write: (text: string) => written.push(text) };
  return { written, clock, shown: new ProgressDisplay(screen, () => clock.now) };
}

describe("progress", () => {
  it("rewrites one line on a terminal, no wider than it", () => {
    const { written, shown } = display(true);
    shown.step(step);
    shown.step({ ...step, done: 400 });
    shown.line("done");
    expect(written).toEqual([
      "\r\u001b[K  go/posts.jsonl: 200 of 1,000 rows, 400",
      "\r\u001b[K  go/posts.jsonl: 400 of 1,000 rows, 800",
      "\r\u001b[Kdone\n",
    ]);
  });

  it("prints plain lines elsewhere: at the end of a file and every five seconds", () => {
    const { written, clock, shown } = display(false);
    shown.step(step);
    clock.now = 5000;
    shown.step({ ...step, done: 400 });
    shown.step({ ...step, done: 1000, finished: true });
    shown.step({ ...step, file: "events.jsonl", done: 0, finished: true });
    expect(written).toEqual([
      "  go/posts.jsonl: 400 of 1,000 rows, 800 rows/s\n",
      "  go/posts.jsonl: 1,000 of 1,000 rows, 2,000 rows/s\n",
    ]);
  });

  it("names no pace where there is none", () => {
    expect(formatRate(0, 1)).toBe("");
    expect(formatRate(10, 0)).toBe("");
  });
});

const counts = { rows: 3, added: 1, changed: 1, unchanged: 1, kept: 0, absent: 0 };
const none = { rows: 0, added: 0, changed: 0, unchanged: 0, kept: 0, absent: 0 };

function imported(): ArchiveOutcome & { ok: true } {
  return {
    folder: "archives/go",
    ok: true,
    rows: 3,
    seconds: 0.5,
    result: {
      slug: "go",
      community: "changed",
      reservedSlug: false,
      ownerChanged: true,
      files: {
        "members.jsonl": counts,
        "posts.jsonl": { ...counts, kept: 2, absent: 4 },
        "events.jsonl": none,
      },
    },
  };
}

function refused(total: number): ArchiveOutcome {
  const problems = new ProblemList();
  for (let line = 1; line <= total; line += 1)
    problems.add({ folder: "archives/ux", file: "posts.jsonl", line, what: "bad.", advice: "Mend it." });
  try {
    problems.throwIfAny();
  } catch (error) {
    return { folder: "archives/ux", ok: false, error: error as never };
  }
  throw new Error("no problem");
}

describe("the summary", () => {
  it("counts per file what happened", () => {
    expect(describeOutcome(imported())).toEqual([
      "go: settings updated (0.5 s, 6 rows/s)",
      "  members: 1 new, 1 changed, 1 unchanged",
      "  posts: 1 new, 1 changed, 1 unchanged, 2 differ from the archive, left as they are here, 4 not in the archive, left alone",
      "  events: none",
      "  The owner was added.",
    ]);
  });

  it("says when hosts do not serve the address, and when the owner's settings stay", () => {
    const outcome = imported();
    const result = { ...outcome.result, reservedSlug: true, community: "kept" as const };
    const lines = describeOutcome({ ...outcome, result });
    expect(lines).toContain("  The community's settings were left to its owner.");
    expect(lines.at(-1)).toContain("a domain of its own");
  });

  it("names place and advice of every problem shown, and counts the rest", () => {
    const lines = describeOutcome(refused(12));
    expect(lines[0]).toBe("archives/ux: not imported, nothing of it was written.");
    expect(lines[1]).toBe("  archives/ux/posts.jsonl, line 1: bad. Mend it.");
    expect(lines).toHaveLength(12);
    expect(lines.at(-1)).toContain("2 more");
  });

  it("ends with archives, rows and pace", () => {
    expect(summarise([imported(), refused(1)])).toBe(
      "1 of 2 archives imported, 3 rows in 0.5 s, 6 rows/s. 1 not imported, see above.",
    );
  });
});
