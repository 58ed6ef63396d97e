import type { ArchiveFile } from "./format";

/** Where lines go: a terminal rewrites the current line, anything else gets plain lines. */
export type Screen = { isTTY?: boolean; columns?: number; write: (text: string) => unknown };

const count = new Intl.NumberFormat("en");

/** `1,234 rows/s`; too short a time gives no figure worth showing. Pure. */
export function formatRate(rows: number, seconds: number): string {
  return rows === 0 || seconds <= 0 ? "" : `${count.format(Math.round(rows / seconds))} rows/s`;
}

/** How far one file of one community has come, `seconds` after its first row was read. */
export type Progress = {
  slug: string;
  file: ArchiveFile;
  done: number;
  /** Rows of the whole file, when they are known before. */
  of?: number;
  seconds: number;
  finished: boolean;
};

/** One step as text. Pure. */
export function formatProgress({ slug, file, done, of, seconds }: Progress): string {
  const total = of === undefined ? "" : ` of ${count.format(of)}`;
  const rate = formatRate(done, seconds);
  return `  ${slug}/${file}: ${count.format(done)}${total} rows${rate && `, ${rate}`}`;
}

/**
 * Shows progress: on a terminal in one line that changes, elsewhere with a line at the end of each file and every few
 * seconds.
 */
export class ProgressDisplay {
  private open = false;
  private printed: number;

  constructor(
    private readonly screen: Screen,
    private readonly now: () => number = () => performance.now(),
    private readonly everyMs = 5000,
  ) {
    this.printed = now();
  }

  /** A line that stays. */
  line(text: string): void {
    this.screen.write(`${this.open ? "\r\u001b[K" : ""}${text}\n`);
    this.open = false;
    this.printed = this.now();
  }

  step(progress: Progress): void {
    const text = formatProgress(progress);
    if (this.screen.isTTY) {
      this.screen.write(`\r\u001b[K${text.slice(0, (this.screen.columns ?? 80) - 1)}`);
      this.open = true;
    } else if (progress.finished ? progress.done > 0 : this.now() - this.printed >= this.everyMs) {
      this.line(text);
    }
  }
}
