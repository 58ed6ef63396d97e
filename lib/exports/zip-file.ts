import { createHash, type Hash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { Readable, Transform } from "node:stream";
import { finished, pipeline } from "node:stream/promises";
import yazl from "yazl";

/** A file within a ZIP, as its manifest names it. */
export interface ZipEntry {
  path: string;
  bytes: number;
  sha256: string;
}

function counting(hash: Hash, count: (bytes: number) => void): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      count(chunk.length);
      done(null, chunk);
    },
  });
}

/** A ZIP that is written to disk as it comes: one entry after the other, none of them whole in memory. */
export class ZipFile {
  readonly entries: ZipEntry[] = [];
  readonly #zip = new yazl.ZipFile();
  readonly #hash = createHash("sha256");
  readonly #written: Promise<void>;
  #bytes = 0;

  constructor(target: string) {
    const counted = counting(this.#hash, (bytes) => {
      this.#bytes += bytes;
    });
    this.#written = pipeline(Readable.from(this.#zip.outputStream), counted, createWriteStream(target));
    // Told by whoever waits for the next entry, or for the end.
    this.#written.catch(() => undefined);
  }

  /** Adds a file and waits until all of it is in. */
  async add(
    path: string,
    content: Iterable<string | Buffer> | AsyncIterable<string | Buffer>,
  ): Promise<void> {
    const hash = createHash("sha256");
    let bytes = 0;
    const counted = counting(hash, (more) => {
      bytes += more;
    });
    const source = Readable.from(content, { objectMode: true });
    source.on("error", (error) => counted.destroy(error));
    this.#zip.addReadStream(source.pipe(counted), path, { mtime: new Date() });
    await Promise.race([finished(counted), this.#written.then(() => undefined)]);
    this.entries.push({ path, bytes, sha256: hash.digest("hex") });
  }

  /** Ends the file. Gives its size in bytes and its SHA-256 in hex. */
  async end(): Promise<{ bytes: number; checksum: string }> {
    this.#zip.end();
    await this.#written;
    return { bytes: this.#bytes, checksum: this.#hash.digest("hex") };
  }
}
