import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { copyFile, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import type { App } from "./lite.ts";

type Adapter = NonNullable<App["_storageAdapter"]>;
type Body = Parameters<Adapter["uploadObject"]>[3];
type Metadata = Awaited<ReturnType<Adapter["headObject"]>>;
type Kept = { mimetype: string; cacheControl: string; eTag: string };

async function bytesOf(body: Body): Promise<Uint8Array> {
  if (body instanceof Uint8Array) return body;
  const chunks: Uint8Array[] = [];
  for await (const chunk of Readable.fromWeb(body as ReadableStream)) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

/** Keeps stored objects as files: `<folder>/<bucket>/<hash of the key>` with a `.json` of their headers beside. */
export function createFileStorage(folder: string): Adapter {
  // Keys are hashed, so no key can name a file outside its bucket.
  const fileOf = (bucket: string, key: string) =>
    path.join(
      folder,
      createHash("sha256").update(bucket).digest("hex"),
      createHash("sha256").update(key).digest("hex"),
    );

  async function head(bucket: string, key: string): Promise<Metadata> {
    const file = fileOf(bucket, key);
    const [info, kept] = await Promise.all([stat(file), readFile(`${file}.json`, "utf8")]);
    const { mimetype, cacheControl, eTag } = JSON.parse(kept) as Kept;
    return {
      mimetype,
      cacheControl,
      eTag,
      size: info.size,
      contentLength: info.size,
      lastModified: info.mtime,
      httpStatusCode: 200,
    };
  }

  async function remove(bucket: string, key: string): Promise<void> {
    const file = fileOf(bucket, key);
    await Promise.all([rm(file, { force: true }), rm(`${file}.json`, { force: true })]);
  }

  return {
    driver: null,
    async uploadObject(bucket, key, _version, body, contentType, cacheControl) {
      const file = fileOf(bucket, key);
      const bytes = await bytesOf(body);
      const draft = `${file}.${randomUUID()}`;
      const eTag = `"${createHash("md5").update(bytes).digest("hex")}"`;
      const kept: Kept = { mimetype: contentType, cacheControl, eTag };
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(draft, bytes);
      await writeFile(`${file}.json`, JSON.stringify(kept));
      await rename(draft, file);
      return head(bucket, key);
    },
    async getObject(bucket, key) {
      const metadata = await head(bucket, key);
      const body = Readable.toWeb(createReadStream(fileOf(bucket, key))) as ReadableStream;
      return { metadata, httpStatusCode: 200, body };
    },
    headObject: (bucket, key) => head(bucket, key),
    deleteObject: (bucket, key) => remove(bucket, key),
    async deleteObjects(bucket, keys) {
      await Promise.all(keys.map((key) => remove(bucket, key)));
    },
    async copyObject(fromBucket, from, _version, toBucket, to) {
      const [source, target] = [fileOf(fromBucket, from), fileOf(toBucket, to)];
      await mkdir(path.dirname(target), { recursive: true });
      await copyFile(source, target);
      await copyFile(`${source}.json`, `${target}.json`);
      const { eTag, lastModified } = await head(toBucket, to);
      return { httpStatusCode: 200, eTag, lastModified };
    },
    async privateAssetUrl(bucket, key) {
      return `file://${fileOf(bucket, key)}`;
    },
  };
}
