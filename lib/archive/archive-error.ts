import path from "node:path";

/** Something in an archive that keeps it from being imported, where it is, and what to do about it. */
export type ArchiveProblem = {
  /** The archive's folder as the operator named it. */
  folder: string;
  file?: string;
  /** Counted from 1. */
  line?: number;
  what: string;
  advice: string;
};

/** How many problems of one archive are kept; the rest are only counted. */
export const PROBLEMS_SHOWN = 10;

/** One problem as one line: place, what is wrong, what to do. Pure. */
export function describeProblem(problem: ArchiveProblem): string {
  const place = problem.file ? path.join(problem.folder, problem.file) : problem.folder;
  const line = problem.line === undefined ? "" : `, line ${problem.line}`;
  return `${place}${line}: ${problem.what} ${problem.advice}`;
}

/** An archive was refused; nothing of it was written. */
export class ArchiveError extends Error {
  /** The first problems, at most PROBLEMS_SHOWN. */
  readonly problems: readonly ArchiveProblem[];
  readonly total: number;

  constructor(problems: readonly ArchiveProblem[], total = problems.length, cause?: unknown) {
    super(problems.map(describeProblem).join("\n"), { cause });
    this.name = "ArchiveError";
    this.problems = problems;
    this.total = total;
  }
}

/** The error for a single problem. */
export function refuse(problem: ArchiveProblem, cause?: unknown): ArchiveError {
  return new ArchiveError([problem], 1, cause);
}

/** Gathers problems, so that an operator sees several at once without the memory growing with the file. */
export class ProblemList {
  readonly kept: ArchiveProblem[] = [];
  total = 0;

  add(problem: ArchiveProblem): void {
    this.total += 1;
    if (this.kept.length < PROBLEMS_SHOWN) this.kept.push(problem);
  }

  /** @throws ArchiveError when there is any problem. */
  throwIfAny(): void {
    if (this.total > 0) throw new ArchiveError(this.kept, this.total);
  }
}
