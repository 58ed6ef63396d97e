import { timeOfId } from "@/lib/ids/uuid";
import { renderMarkdown } from "@/lib/markdown/render";
import { encodePath } from "./cursor";
import type { CommentPage, CommentRow, CommentView } from "./schemas";

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

function whomItAnswers(row: CommentRow, rows: ReadonlyMap<string, CommentRow>): CommentView["reply_to"] {
  if (row.parent_id === null) return null;
  const parent = rows.get(row.parent_id);
  return { name: parent?.author?.name ?? null, removed: parent?.removed_by != null };
}

/** How the Markdown of a comment is read: a line break is one, and its headings stand below those of the page. */
export const COMMENT_MARKDOWN = { breaks: true, headingStart: 4 } as const;

function toView(row: CommentRow, rows: ReadonlyMap<string, CommentRow>): CommentView {
  const { path: _path, body, ...rest } = row;
  const options = { ...COMMENT_MARKDOWN, idPrefix: `c-${row.id}-` };
  return {
    ...rest,
    mine: row.mine ?? false,
    html: row.removed_by ? "" : renderMarkdown(body, options),
    source: row.mine ? body : null,
    reply_to: whomItAnswers(row, rows),
  };
}

/** Turns the comments of a page into what is shown, and says where the next page begins. */
export function toCommentPage(rows: readonly CommentRow[], more: boolean): CommentPage {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const last = rows.at(-1);
  return {
    items: rows.map((row) => toView(row, byId)),
    next: more && last ? encodePath(last.path) : null,
  };
}
