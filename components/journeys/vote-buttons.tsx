"use client";

import { useTranslations } from "next-intl";
import { buttonClasses } from "@/components/ui/button-classes";
import { ThumbsDown, ThumbsUp } from "@/components/ui/icons";
import { toast } from "@/components/ui/toast";
import { voteAction } from "@/lib/journeys/company-actions";
import type { Activity } from "@/lib/journeys/schemas";
import type { Tools } from "./board";

/** For and against an idea, where several people travel. */
export function VoteButtons({ tools, row }: { tools: Tools; row: Activity }) {
  const t = useTranslations("journeys");
  const { tell } = tools;
  if (!tools.together && row.yes + row.no === 0) return null;
  const vote = async (wanted: 1 | -1) => {
    const answer = await voteAction({
      journey: tools.journey.id,
      id: row.id,
      vote: row.my_vote === wanted ? null : wanted,
    }).catch(() => null);
    if (answer?.ok) tools.planner.put(answer.data);
    else if (answer) toast.error(answer.error.message);
  };
  const look = `${buttonClasses({ variant: "quiet", size: "sm" })} aria-pressed:bg-accent-soft aria-pressed:text-accent`;
  return (
    <span className="flex">
      <button
        type="button"
        aria-pressed={row.my_vote === 1}
        aria-label={t("voteFor", { title: tell.title(row), count: row.yes })}
        onClick={() => void vote(1)}
        className={look}
      >
        <ThumbsUp aria-hidden size={16} />
        <span data-figures>{row.yes}</span>
      </button>
      <button
        type="button"
        aria-pressed={row.my_vote === -1}
        aria-label={t("voteAgainst", { title: tell.title(row), count: row.no })}
        onClick={() => void vote(-1)}
        className={look}
      >
        <ThumbsDown aria-hidden size={16} />
        <span data-figures>{row.no}</span>
      </button>
    </span>
  );
}
