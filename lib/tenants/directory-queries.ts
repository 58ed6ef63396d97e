import "server-only";
import type { Db } from "@/lib/supabase/client";
import { unwrapAs } from "@/lib/supabase/result";
import { communityUrl } from "@/lib/tenancy/links";
import { type DirectoryCursor, nextDirectoryPage } from "./directory-rules";
import {
  DIRECTORY_PAGE_SIZE,
  type DirectoryEntry,
  type DirectoryPage,
  directoryAnswerSchema,
  type MyCommunity,
  myCommunitySchema,
  networkHomeSchema,
} from "./directory-schemas";

/** The landing page's data: the directory's first page and, for somebody signed in, their communities by name. */
export interface NetworkHome {
  directory: DirectoryPage;
  communities: MyCommunity[] | null;
}

/** Reads the landing page in one call. Only with a token of the network host. */
export async function getNetworkHome(db: Db, query: string): Promise<NetworkHome> {
  const { items, communities } = await unwrapAs(
    networkHomeSchema,
    db.rpc("network_home", { p_query: query }),
  );
  return { directory: toPage(items, DIRECTORY_PAGE_SIZE), communities };
}

/** Reads one page of the directory. */
export async function getDirectoryPage(
  db: Db,
  request: { q: string; after?: DirectoryCursor; limit: number },
): Promise<DirectoryPage> {
  const { items } = await unwrapAs(
    directoryAnswerSchema,
    db.rpc("directory", {
      p_query: request.q,
      p_before_count: request.after?.count ?? null,
      p_before_id: request.after?.id ?? null,
      p_limit: request.limit,
    }),
  );
  return toPage(items, request.limit);
}

function toPage(entries: readonly DirectoryEntry[], limit: number): DirectoryPage {
  const items = entries.map((entry) => ({ ...entry, url: communityUrl(entry) }));
  return { items, next: nextDirectoryPage(items, limit) };
}

/** One's own communities by name. Only with a token of the network host. */
export async function getMyCommunities(db: Db): Promise<MyCommunity[]> {
  return unwrapAs(myCommunitySchema.array(), db.rpc("my_communities"));
}
