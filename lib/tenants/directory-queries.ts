import "server-only";
import type { Db } from "@/lib/supabase/client";
import { unwrapAs } from "@/lib/supabase/result";
import { communityUrl } from "@/lib/tenancy/links";
import type { DirectoryPlace } from "./directory-place";
import {
  DIRECTORY_PAGE_SIZE,
  type DirectoryPage,
  directoryAnswerSchema,
  type MyCommunity,
  myCommunitySchema,
  networkHomeSchema,
  toDirectoryPage,
} from "./directory-schemas";

/** The landing page's data: the directory's first page and, for somebody signed in, their communities by name. */
export interface NetworkHome {
  directory: DirectoryPage;
  communities: MyCommunity[] | null;
}

/** Reads the landing page in one call. Only with a token of the network host. */
export async function getNetworkHome(db: Db): Promise<NetworkHome> {
  const { communities, ...directory } = await unwrapAs(networkHomeSchema, db.rpc("network_home"));
  return { directory: toDirectoryPage(directory, communityUrl), communities };
}

/** Reads one page of a part of the directory. */
export async function getDirectoryPage(
  db: Db,
  { limit = DIRECTORY_PAGE_SIZE, ...place }: DirectoryPlace & { limit?: number },
): Promise<DirectoryPage> {
  const answer = await unwrapAs(
    directoryAnswerSchema,
    db.rpc("directory", {
      p_query: place.q,
      p_sort: place.sort,
      p_language: place.language,
      p_join: place.join,
      p_privacy: place.privacy,
      p_after: place.after?.at ?? null,
      p_after_id: place.after?.id ?? null,
      p_limit: limit,
    }),
  );
  return toDirectoryPage(answer, communityUrl);
}

/** One's own communities by name. Only with a token of the network host. */
export async function getMyCommunities(db: Db): Promise<MyCommunity[]> {
  return unwrapAs(myCommunitySchema.array(), db.rpc("my_communities"));
}
