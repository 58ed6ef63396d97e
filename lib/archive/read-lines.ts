import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";

/** A line without its line feed; `bytes` is undefined when it was longer than allowed. */
export type Line = { number: number; bytes: Buffer | undefined };

/** What a whole file was, known when its last line has been read. */
export type FileFacts = { rows: number; sha256: string; bytes: number };

const LINE_FEED = 0x0a;

/**
 * Reads a file's lines one by one: only U+000A ends a line, and no more than one line and one chunk is in memory.
 * After the last line `onEnd` hears what the file was.
 * @throws the file system's error.
 */
export async function* readLines(
  file: string,
  maxLineBytes: number,
  onEnd: (facts: FileFacts) => void,
): AsyncGenerator<Line, void> {
  const hash = createHash("sha256");
  const line = new LineBuffer(maxLineBytes);
  let rows = 0;
  let bytes = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
    let from = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, from)) {
      line.add(chunk.subarray(from, end));
      rows += 1;
      yield { number: rows, bytes: line.take() };
      from = end + 1;
    }
    line.add(chunk.subarray(from));
  }
  if (line.length > 0) {
    rows += 1;
    yield { number: rows, bytes: line.take() };
  }
  onEnd({ rows, sha256: hash.digest("hex"), bytes });
}

/** The pieces of one line; beyond the limit only its length is kept. */
class LineBuffer {
  private pieces: Buffer[] = [];
  length = 0;

  constructor(private readonly limit: number) {}

  add(piece: Buffer): void {
    this.length += piece.length;
    if (this.length > this.limit) this.pieces = [];
    else if (piece.length > 0) this.pieces.push(piece);
  }

  take(): Buffer | undefined {
    const whole = this.length > this.limit ? undefined : Buffer.concat(this.pieces);
    this.pieces = [];
    this.length = 0;
    return whole;
  }
}
