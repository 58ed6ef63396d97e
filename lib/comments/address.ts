import "server-only";
import { notFound } from "next/navigation";
import { z } from "zod";
import type { PageQuery } from "@/lib/http/search-params";
import { parsePath } from "./cursor";
import type { CommentPlace } from "./schemas";

/** What the page of a post with comments is given: a post at home, or a share by which it is read elsewhere. */
export interface ThreadPageProps {
  params: Promise<{ tenant: string; id: string }>;
  searchParams: PageQuery;
}

interface ThreadAddress {
  tenant: string;
  id: string;
  place: CommentPlace;
  /** Id of the comment that is being answered, as the address has it. */
  reply: string | null;
}

/** What the address says: which page, which of its comments, which of them is being answered. Not found where it is none. */
export async function readThreadAddress({ params, searchParams }: ThreadPageProps): Promise<ThreadAddress> {
  const [{ tenant, id }, { after, comment, sort, reply }] = await Promise.all([params, searchParams]);
  if (!z.uuid().safeParse(id).success) notFound();
  const place: CommentPlace = {
    comment: z.uuid().safeParse(comment).data ?? null,
    after: typeof after === "string" && parsePath(after) ? after : null,
    sort: sort === "newest" ? "newest" : "oldest",
  };
  return { tenant, id, place, reply: typeof reply === "string" ? reply : null };
}
