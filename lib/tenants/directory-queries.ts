import "server-only";
import { AppError } from "@/lib/errors/app-error";
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
  type SwitcherCommunity,
  switcherCommunitySchema,
  toDirectoryPage,
} from "./directory-schemas";
import { sortCommunities } from "./switcher-rules";

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

/** How long the list waits for what it counts, in milliseconds. */
const COUNTS_MS = 3_000;

/**
 * One's own communities in the order of the switcher, with what it shows of them. Where counting takes too long or does
 * not answer, the list comes without: unknown, not nothing. Only with a token of the network host.
 */
export async function getSwitcher(db: Db): Promise<SwitcherCommunity[]> {
  const counted = db.rpc("switcher").abortSignal(AbortSignal.timeout(COUNTS_MS));
  const list = await unwrapAs(switcherCommunitySchema.array(), counted).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "unavailable") return getUncounted(db);
    throw error;
  });
  return sortCommunities(list);
}

/** The communities one belongs to, was invited to, waits for or is suspended from. */
export async function listMyCommunities(db: Db): Promise<MyCommunity[]> {
  return unwrapAs(myCommunitySchema.array(), db.rpc("my_communities"));
}

async function getUncounted(db: Db): Promise<SwitcherCommunity[]> {
  const list = await listMyCommunities(db);
  const unknown = { unread: null, mentions: null, muted_until: null, silent_until: null, pinned: null };
  return list.map((community) => ({ ...community, ...unknown }));
}
