// The build without a compressor of its own: browsers unpack by themselves.
import {
  BlobReader,
  configure,
  type Entry,
  TextWriter,
  ZipReader,
} from "@zip.js/zip.js/lib/zip-core-external.js";
import type { ExportParts } from "./plan";

/** The most of one part that is read, unpacked, in bytes: 500 journeys are far below it. */
const PART_MAX = 50_000_000;

const FILES = {
  manifest: "manifest.json",
  profile: "data/profile.jsonl",
  journeys: "data/journeys.jsonl",
  activities: "data/journey_activities.jsonl",
} as const;

async function readPart(entries: readonly Entry[], name: string): Promise<string | null> {
  const entry = entries.find(({ filename }) => filename === name);
  if (!entry || entry.directory || entry.uncompressedSize > PART_MAX) return null;
  return entry.getData(new TextWriter());
}

/**
 * Reads the parts of an export in the browser, without sending the file anywhere or reading its pictures. A file that is
 * no ZIP has none of them.
 */
export async function readExportFile(file: Blob): Promise<ExportParts> {
  // Workers would be scripts from a blob, which the page's policy does not let in.
  configure({ useWebWorkers: false });
  const zip = new ZipReader(new BlobReader(file));
  try {
    const entries = await zip.getEntries();
    const read = (name: string) => readPart(entries, name);
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
