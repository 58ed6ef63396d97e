import { timeOfId } from "@/lib/ids/uuid";
import { renderMarkdown } from "@/lib/markdown/render";
import { encodePath } from "./cursor";
import type { CommentPage, CommentRow, CommentView, Thread, ThreadRow, ThreadRows } from "./schemas";

const OLDEST_MS = 2 * 86_400_000;
const AHEAD_MS = 10 * 60_000;

/**
 * Whether a comment may carry the id that its writer's browser gave it. Threads are read in the order of ids, so one
 * that claims another time would stand in the wrong place.
 */
export function isTimely(id: string, now: number): boolean {
  const time = timeOfId(id);
  return time !== null && time > now - OLDEST_MS && time < now + AHEAD_MS;
}

/** How the Markdown of a comment is read: a line break is one, and its headings stand below those of the page. */
export const COMMENT_MARKDOWN = { breaks: true, headingStart: 4 } as const;

function toView({ path: _path, body, ...row }: CommentRow & Partial<ThreadRow>): CommentView {
  const { rest: _rest, replies = 0, counted = true, ...rest } = row;
  const options = { ...COMMENT_MARKDOWN, idPrefix: `c-${row.id}-` };
  return {
    ...rest,
    mine: row.mine ?? false,
    html: row.removed_by ? "" : renderMarkdown(body, options),
    source: row.mine ? body : null,
    replies,
    counted,
  };
}

/** Turns the comments of a page into what is shown, and says where it goes on. */
export function toCommentPage({ items, parents, more }: ThreadRows): CommentPage {
  const threads: Thread[] = [];
  const topDepth = items[0]?.depth;
  for (const row of items) {
    if (row.depth === topDepth)
      threads.push({ top: toView(row), answers: [], rest: row.rest && encodePath(row.rest) });
    else threads.at(-1)?.answers.push(toView(row));
  }
  const first = parents[0];
  const last = threads.at(-1)?.top.id;
  return {
    threads,
    parents: parents.map(toView),
    start: first && first.depth > 0 ? (first.path[0] ?? null) : null,
    next: more && last ? encodePath([last]) : null,
  };
}
