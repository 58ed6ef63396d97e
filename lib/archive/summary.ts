import { PROBLEMS_SHOWN } from "./archive-error";
import { ARCHIVE_FILES } from "./format";
import type { ArchiveOutcome } from "./import-archives";
import { formatRate } from "./progress";
import type { RowCounts } from "./write-rows";

/** How an archive ended, as the lines an operator reads. Pure. */
export function describeOutcome(outcome: ArchiveOutcome): string[] {
  if (!outcome.ok) {
    const { message, total, problems } = outcome.error;
    const more = total - problems.length;
    const rest = more > 0 ? [`  ... and ${more} more; the first ${PROBLEMS_SHOWN} are shown.`] : [];
    const lines = message.split("\n").map((line) => `  ${line}`);
    return [`${outcome.folder}: not imported, nothing of it was written.`, ...lines, ...rest];
  }
  const { result, rows, seconds } = outcome;
  const rate = formatRate(rows, seconds);
  const files = ARCHIVE_FILES.map((file) => describeCounts(file.replace(".jsonl", ""), result.files[file]));
  const owner = result.ownerChanged ? ["  The owner was added."] : [];
  const kept = result.community === "kept" ? ["  The community's settings were left to its owner."] : [];
  const reserved = result.reservedSlug
    ? [
        "  This network keeps its address for itself: give the community a domain of its own to show its pages.",
      ]
    : [];
  const pace = `${seconds.toFixed(1)} s${rate && `, ${rate}`}`;
  return [
    `${result.slug}: ${communityWords[result.community]} (${pace})`,
    ...files,
    ...kept,
    ...owner,
    ...reserved,
  ];
}

const communityWords = {
  added: "founded",
  changed: "settings updated",
  unchanged: "already there",
  kept: "already there",
};

function describeCounts(name: string, counts: RowCounts): string {
  const parts = [
    [counts.added, "new"],
    [counts.changed, "changed"],
    [counts.unchanged, "unchanged"],
    [counts.kept, "differ from the archive, left as they are here"],
    [counts.absent, "not in the archive, left alone"],
  ].flatMap(([count, words]) => (count === 0 ? [] : [`${count} ${words}`]));
  return `  ${name}: ${parts.join(", ") || "none"}`;
}

/** The last line: how many archives and rows, and how fast. Pure. */
export function summarise(outcomes: ArchiveOutcome[]): string {
  const imported = outcomes.flatMap((outcome) => (outcome.ok ? [outcome] : []));
  const refused = outcomes.length - imported.length;
  const rows = imported.reduce((sum, outcome) => sum + outcome.rows, 0);
  const seconds = imported.reduce((sum, outcome) => sum + outcome.seconds, 0);
  const rate = formatRate(rows, seconds);
  const bad = refused === 0 ? "" : ` ${refused} not imported, see above.`;
  return `${imported.length} of ${outcomes.length} archives imported, ${rows} rows in ${seconds.toFixed(1)} s${rate && `, ${rate}`}.${bad}`;
}
