"use client";

import { useFormatter, useTranslations } from "next-intl";
import { TriangleAlert } from "@/components/ui/icons";
import { MENTIONS_MAX, mentionsIn } from "@/lib/markdown/mentions";
import type { Visibility } from "@/lib/posts/limits";
import { useAudience } from "./use-audience";

interface MentionNoteProps {
  body: string;
  /** The post below which somebody writes, or which they edit. */
  post?: string;
  /** Of what is being written; without it the post's. */
  visibility?: string;
  /** The group that somebody writes to. */
  group?: string;
}

/** Says so where people are named who will not hear of it: they cannot see the text, or they are too many. */
export function MentionNote({ body, post, visibility, group }: MentionNoteProps) {
  const t = useTranslations("post.compose.mentions");
  const format = useFormatter();
  const named = mentionsIn(body);
  const ids = named.slice(0, MENTIONS_MAX).map(({ id }) => id);
  const asks = named.length > 0 && (visibility === undefined || visibility === "group");
  const audience = useAudience({ post, group, named: ids, enabled: asks });
  const seenBy = visibility ?? (audience?.visibility satisfies Visibility | null | undefined);
  const outside = asks && named.length > 0 ? (audience?.outside ?? []) : [];
  const notes = [
    named.length > 0 && seenBy === "me" && t("onlyYou"),
    seenBy === "group" &&
      outside.length > 0 &&
      t("outside", { names: format.list(outside.map(({ name }) => name)), count: outside.length }),
    named.length > MENTIONS_MAX && t("tooMany", { max: MENTIONS_MAX }),
  ].filter((note) => note !== false);
  return (
    <div role="status" className="grid gap-1 empty:hidden">
      {notes.map((note) => (
        <p key={note} className="flex items-start gap-1.5 text-sm text-warn">
          <TriangleAlert aria-hidden size={16} className="mt-[0.2rem] shrink-0" />
          <span className="min-w-0 [overflow-wrap:anywhere]">{note}</span>
        </p>
      ))}
    </div>
  );
}
