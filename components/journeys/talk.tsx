"use client";

import { useFormatter, useTranslations } from "next-intl";
import { type SubmitEvent, useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Trash2 } from "@/components/ui/icons";
import { Textarea } from "@/components/ui/textarea";
import { newId } from "@/lib/ids/uuid";
import { commentJourneyAction, removeJourneyCommentAction } from "@/lib/journeys/company-actions";
import type { Journey, JourneyComment } from "@/lib/journeys/schemas";
import { useDoing } from "./use-doing";

interface TalkProps {
  journey: Journey;
  /** What is talked about; the journey itself without it. */
  activity?: string;
  comments: readonly JourneyComment[];
}

/** What companions say about a journey or one thing in it, the oldest first, and a field to join in. */
export function Talk({ journey, activity, comments }: TalkProps) {
  const t = useTranslations("journeys");
  const shown = comments.filter((one) => one.activity_id === (activity ?? null));
  // An activity is in a dialog, under its title.
  const Heading = activity ? "h3" : "h2";
  return (
    <section className="grid gap-3">
      <Heading className="font-semibold">{t("talk.title")}</Heading>
      {shown.length > 0 ? (
        <ul className="grid gap-3">
          {shown.map((one) => (
            <Comment key={one.id} comment={one} journey={journey} />
          ))}
        </ul>
      ) : null}
      <TalkForm journey={journey.id} activity={activity} />
    </section>
  );
}

function Comment({ comment, journey }: { comment: JourneyComment; journey: Journey }) {
  const t = useTranslations("journeys");
  const format = useFormatter();
  const { pending, run } = useDoing();
  const remove = () => run(() => removeJourneyCommentAction({ journey: journey.id, id: comment.id }));
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)_auto] gap-x-2.5">
      <Avatar name={comment.author.name} path={comment.author.avatar} size={28} />
      <div>
        <p className="text-sm text-ink-muted">
          <bdi className="font-medium text-ink">{comment.author.name}</bdi>
          {" · "}
          <time dateTime={comment.created_at}>
            {format.dateTime(new Date(comment.created_at), {
              dateStyle: "medium",
              timeZone: journey.time_zone,
            })}
          </time>
        </p>
        <p dir="auto" className="whitespace-pre-line [overflow-wrap:anywhere]">
          {comment.body}
        </p>
      </div>
      {comment.mine || journey.role === "owner" ? (
        <Button
          size="sm"
          square
          variant="quiet"
          busy={pending}
          aria-label={t("talk.remove")}
          onClick={remove}
        >
          <Trash2 aria-hidden size={16} />
        </Button>
      ) : null}
    </li>
  );
}

function TalkForm({ journey, activity }: { journey: string; activity?: string }) {
  const t = useTranslations("journeys");
  const [id, setId] = useState(newId);
  const { pending, run } = useDoing();
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const body = String(new FormData(form).get("body") ?? "");
    if (pending || !body.trim()) return;
    run(
      () => commentJourneyAction({ journey, id, activity, body }),
      () => {
        form.reset();
        setId(newId());
      },
    );
  };
  return (
    <form onSubmit={send} className="grid gap-2">
      <Field name="body" id={`talk-${activity ?? "journey"}`} label={t("talk.label")}>
        {(control) => <Textarea {...control} rows={2} maxLength={2000} />}
      </Field>
      <Button type="submit" size="sm" busy={pending} className="justify-self-end">
        {t("talk.send")}
      </Button>
    </form>
  );
}
