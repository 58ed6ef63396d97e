"use client";

import { useCommunities } from "@/components/community-switcher/communities-provider";
import { useTenant } from "@/components/providers/tenant-provider";
import type { PostSummary } from "@/lib/posts/schemas";
import { shareHref } from "@/lib/sharing/links";
import type { PostPlace } from "./post-link";

type Sharable = Pick<PostSummary, "id" | "mine" | "visibility" | "shared">;

/** Gives the page where a post is shared on; null where it cannot be, or not by this person. */
export function useShareHref(): (post: Sharable, place?: PostPlace) => string | null {
  const { network } = useCommunities();
  const tenant = useTenant();
  const here = tenant?.role ? tenant.slug : null;
  return (post, place) => {
    const home = place?.slug ?? here;
    return home === null ? null : shareHref(network, post, home);
  };
}
