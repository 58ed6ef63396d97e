import { as, at, type Who } from "./acts.ts";
import { type Community, harbour, idOf, meadow } from "./cast.ts";
import type { Db } from "./db.ts";
import { planted } from "./harness.ts";

export const dual = at("dual", harbour);
export const travel = idOf("post", harbour, "travel");

export const share = (
  more: { post?: string; to?: Community; scope?: string; consent?: string; from?: Community } = {},
) =>
  `public.share_post('${(more.from ?? harbour).id}', '${more.post ?? travel}', '${(more.to ?? meadow).id}',
    '${more.scope ?? "comment"}', ${more.consent ?? "1"}, 'en')`;

export type Feed = {
  items: { id: string; tenant_id: string; shared: { id: string } | null; places?: string[] }[];
};

/** Whether a post stands in what somebody reads, and how often. */
export async function seen(db: Db, who: Who, call: string, post = travel): Promise<number> {
  const feed = await as<Feed>(db, who, call);
  if (typeof feed === "string") throw new Error(feed);
  return (feed?.items ?? []).filter((item) => item.id === post).length;
}
export const feedOf = (community: Community) => `public.community_feed('${community.id}', p_limit => 50)`;
export const everything = "public.unified_feed(p_limit => 50)";

/** The fixture without the shares it holds, so that each case begins with none. */
export const fresh = <T>(work: (db: Db) => Promise<T>) =>
  planted(async (db) => {
    await db.query("delete from public.content_sharing");
    return work(db);
  });
