// The build without a compressor of its own: browsers unpack by themselves.
import { BlobReader, configure, type Entry, ZipReader } from "@zip.js/zip.js/lib/zip-core-external.js";
import { boundedText } from "./bounded-text";
import type { ExportParts } from "./plan";

/** The most of one part that is read, unpacked, in bytes: 500 journeys are far below it. */
const PART_MAX = 50_000_000;

const FILES = {
  manifest: "manifest.json",
  profile: "data/profile.jsonl",
  journeys: "data/journeys.jsonl",
  activities: "data/journey_activities.jsonl",
} as const;

async function readPart(entries: readonly Entry[], name: string, most: number): Promise<string | null> {
  const entry = entries.find(({ filename }) => filename === name);
  if (!entry || entry.directory) return null;
  // What the ZIP says of its sizes is not asked: it may be anything.
  const { sink, text } = boundedText(most);
  await entry.getData(sink);
  return text();
}

/**
 * Reads the parts of an export in the browser, without sending the file anywhere or reading its pictures. A file that is
 * no ZIP has none of them, and neither has one with a part of more than `most` bytes.
 */
export async function readExportFile(file: Blob, most = PART_MAX): Promise<ExportParts> {
  // Workers would be scripts from a blob, which the page's policy does not let in.
  configure({ useWebWorkers: false });
  const zip = new ZipReader(new BlobReader(file));
  try {
    const entries = await zip.getEntries();
    const read = (name: string) => readPart(entries, name, most);
    return {
      manifest: await read(FILES.manifest),
      profile: await read(FILES.profile),
      journeys: await read(FILES.journeys),
      activities: await read(FILES.activities),
    };
  } catch {
    return { manifest: null, profile: null, journeys: null, activities: null };
  } finally {
    await zip.close().catch(() => undefined);
  }
}
