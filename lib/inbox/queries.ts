import "server-only";
import { z } from "zod";
import { type Cursor, encodeCursor } from "@/lib/feed/cursor";
import { excerpt } from "@/lib/markdown/excerpt";
import type { Db } from "@/lib/supabase/client";
import { unwrapAs } from "@/lib/supabase/result";
import type { InboxFilter } from "./filters";
import {
  INBOX_PAGE_SIZE,
  type InboxCount,
  type InboxPage,
  inboxAnswerSchema,
  inboxCountSchema,
  type Notice,
  type NoticeRow,
} from "./schemas";

const EXCERPT_LENGTH = 140;

/** What a line shows of a group: texts without markup. */
function summarise({ post, comment, ...row }: NoticeRow): Notice {
  return {
    ...row,
    post: post && {
      home_id: post.home_id,
      id: post.id,
      title: post.title,
      excerpt: excerpt(post.lead, EXCERPT_LENGTH),
    },
    comment: comment && { id: comment.id, excerpt: excerpt(comment.words, EXCERPT_LENGTH) },
  };
}

interface InboxRequest {
  filter: InboxFilter;
  /** Slug of the only community to be shown. */
  community?: string | null;
  before?: Cursor | null;
  limit?: number;
}

/** Reads one page of the inbox over all one's communities and journeys, on the network host. One database call. */
export async function getInbox(db: Db, request: InboxRequest): Promise<InboxPage> {
  const { filter, community, before, limit = INBOX_PAGE_SIZE } = request;
  const { items, next, now, personal, communities } = await unwrapAs(
    inboxAnswerSchema,
    db.rpc("my_notifications", {
      p_filter: filter,
      p_slug: community ?? null,
      p_before: before?.at ?? null,
      p_before_id: before?.id ?? null,
      p_limit: limit,
    }),
  );
  return {
    items: items.map(summarise),
    next: next ? encodeCursor(next) : null,
    until: now,
    personal,
    communities,
  };
}

/** Reads what is unread in each of one's communities and in journeys; on a community's host in that one alone. */
export async function getInboxCounts(db: Db): Promise<InboxCount[]> {
  return unwrapAs(z.array(inboxCountSchema), db.rpc("notification_counts"));
}
