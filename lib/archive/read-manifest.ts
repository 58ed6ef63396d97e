import { open } from "node:fs/promises";
import path from "node:path";
import { refuse } from "./archive-error";
import {
  ARCHIVE_FORMAT,
  ARCHIVE_VERSION,
  MANIFEST_FILE,
  MAX_MANIFEST_BYTES,
  type Manifest,
  manifestSchema,
} from "./format";
import { parseAs, parseJson } from "./parse-json";

/**
 * Reads and checks an archive's manifest.
 * @throws ArchiveError when there is none, or it is not one of format version 1.
 */
export async function readManifest(folder: string): Promise<Manifest> {
  const place = { folder, file: MANIFEST_FILE };
  const bytes = await readWhole(folder);
  const json = parseJson(bytes);
  const advice = "Correct manifest.json; docs/archive-format.md describes it.";
  if (!json.ok) throw refuse({ ...place, what: json.what, advice });
  requireVersion(json.value, folder);
  const parsed = parseAs(manifestSchema, bytes);
  if (!parsed.ok) throw refuse({ ...place, what: parsed.what, advice });
  return parsed.value;
}

async function readWhole(folder: string): Promise<Buffer> {
  const place = { folder, file: MANIFEST_FILE };
  try {
    const handle = await open(path.join(folder, MANIFEST_FILE));
    try {
      const { size } = await handle.stat();
      if (size <= MAX_MANIFEST_BYTES) return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? String(cause);
    const what = code === "ENOENT" ? "there is no such file." : `it cannot be read (${code}).`;
    throw refuse({ ...place, what, advice: "Name the folder that holds an archive's manifest.json." }, cause);
  }
  const what = `it is larger than ${MAX_MANIFEST_BYTES} bytes.`;
  throw refuse({ ...place, what, advice: "Name the folder of an archive; a manifest is small." });
}

/** Said before everything else, because a later version may differ in every other field. */
function requireVersion(value: unknown, folder: string): void {
  const { format, version } = (typeof value === "object" && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  const place = { folder, file: MANIFEST_FILE };
  if (format !== ARCHIVE_FORMAT) {
    const what = `format is ${JSON.stringify(format) ?? "missing"}, not "${ARCHIVE_FORMAT}".`;
    throw refuse({ ...place, what, advice: "Name the folder of a community archive." });
  }
  if (version !== ARCHIVE_VERSION) {
    const what = `version ${JSON.stringify(version) ?? "(missing)"} is not supported, only ${ARCHIVE_VERSION}.`;
    throw refuse({ ...place, what, advice: `Export the community again as version ${ARCHIVE_VERSION}.` });
  }
}
