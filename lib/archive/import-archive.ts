import type { ClientBase } from "pg";
import { isReservedSlug } from "../tenancy/slug";
import type { CheckedArchive } from "./check-archive";
import { type ArchiveFile, MANIFEST_FILE } from "./format";
import { type CommunityOutcome, prepareCommunity } from "./import-community";
import { makeOwner } from "./owner";
import type { Progress } from "./progress";
import { type RowCounts, refusedByDatabase, writeRows } from "./write-rows";

export type ImportResult = {
  slug: string;
  community: CommunityOutcome["change"];
  /** Whether hosts under the root domain do not serve this address. */
  reservedSlug: boolean;
  ownerChanged: boolean;
  files: Record<ArchiveFile, RowCounts>;
};

/** `ownerId` names a person of the network who becomes an owner beside the archive's. */
export type ImportOptions = { into: boolean; ownerId?: string | undefined };

/**
 * Writes a checked archive in one transaction: everything, or nothing when it throws. Rows that are there already
 * and equal are not touched. The role must bypass row security (`postgres`).
 * @throws ArchiveError naming file and lines.
 */
export async function importArchive(
  client: ClientBase,
  archive: CheckedArchive,
  options: ImportOptions,
  onProgress: (progress: Progress) => void = () => undefined,
): Promise<ImportResult> {
  await client.query("begin");
  try {
    const result = await writeArchive(client, archive, options, onProgress);
    await client.query("commit");
    return result;
  } catch (cause) {
    // When the connection is gone, so is the transaction.
    await client.query("rollback").catch(() => undefined);
    throw cause;
  }
}

async function writeArchive(
  client: ClientBase,
  archive: CheckedArchive,
  options: ImportOptions,
  onProgress: (progress: Progress) => void,
): Promise<ImportResult> {
  const { slug } = archive.manifest.community;
  const { tenantId, change } = await prepareCommunity(client, archive, options).catch((cause: unknown) => {
    throw refusedByDatabase(archive.folder, MANIFEST_FILE, [], cause);
  });
  const people = new Map<string, string>();
  const target = { client, archive, tenantId, fresh: change === "added", people, onProgress };
  const members = await writeRows(target, "members.jsonl");
  const posts = await writeRows(target, "posts.jsonl");
  const events = await writeRows(target, "events.jsonl");
  const ownerChanged = options.ownerId ? await makeOwner(client, tenantId, options.ownerId) : false;
  return {
    slug,
    community: change,
    reservedSlug: isReservedSlug(slug),
    ownerChanged,
    files: { "members.jsonl": members, "posts.jsonl": posts, "events.jsonl": events },
  };
}
