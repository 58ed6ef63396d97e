"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { takeInJourneyAction } from "@/lib/journeys/actions";
import { takeInProfileAction } from "@/lib/profiles/actions";
import type { JourneyToTake, TakeIn } from "@/lib/take-in/plan";

const PROFILE = "profile";

interface Done {
  /** Ids of the journeys that are here now. */
  journeys: string[];
  profile: boolean;
  problems: string[];
}

/** Sends what was chosen, one thing after the other: what fails is named and stops nothing else. */
async function takeIn(
  profile: TakeIn["profile"],
  journeys: readonly JourneyToTake[],
  unavailable: string,
): Promise<Done> {
  const done: Done = { journeys: [], profile: false, problems: [] };
  if (profile) {
    const answer = await takeInProfileAction(profile).catch(() => null);
    if (answer?.ok) done.profile = true;
    else done.problems.push(answer?.error.message ?? unavailable);
  }
  for (const journey of journeys) {
    const answer = await takeInJourneyAction(journey).catch(() => null);
    if (answer?.ok) done.journeys.push(answer.data.id);
    else done.problems.push(`${journey.title}: ${answer?.error.message ?? unavailable}`);
  }
  return done;
}

function Outcome({ done }: { done: Done }) {
  const t = useTranslations("exports.takeIn");
  return (
    <div role="status" className="grid grid-cols-1 gap-3">
      {done.journeys.length > 0 ? (
        <div className="flex flex-wrap items-center gap-3">
          <p>{t("journeysHere", { count: done.journeys.length })}</p>
          <LinkButton href="/journeys">{t("open")}</LinkButton>
        </div>
      ) : null}
      {done.profile ? <p>{t("profileHere")}</p> : null}
      {done.journeys.length === 0 && !done.profile && done.problems.length === 0 ? <p>{t("none")}</p> : null}
      {done.problems.map((problem) => (
        <Notice key={problem} tone="danger">
          {problem}
        </Notice>
      ))}
    </div>
  );
}

/** What an export holds that can be taken in, to choose from. */
export function TakeInChoice({ found }: { found: TakeIn }) {
  const t = useTranslations("exports.takeIn");
  const errors = useTranslations("errors");
  const router = useRouter();
  const [done, setDone] = useState<Done | null>(null);
  const [busy, start] = useTransition();
  const { profile, journeys, left } = found;
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const ticked = new FormData(event.currentTarget);
    const chosen = journeys.filter(({ id }) => id && ticked.has(id));
    start(async () => {
      setDone(await takeIn(ticked.has(PROFILE) ? profile : null, chosen, errors("unavailable")));
      router.refresh();
    });
  };
  if (done) return <Outcome done={done} />;
  if (!profile && journeys.length === 0) return <p role="status">{t("nothing")}</p>;
  return (
    <form onSubmit={send} className="grid grid-cols-1 gap-4">
      <fieldset className="grid grid-cols-1 gap-2">
        <legend className="pb-2 font-semibold">{t("choose")}</legend>
        {journeys.map(({ id, title, activities }) => (
          <Checkbox
            key={id}
            name={id}
            defaultChecked
            label={<bdi>{title}</bdi>}
            hint={t("activities", { count: activities.length })}
          />
        ))}
        {profile ? (
          <Checkbox
            name={PROFILE}
            label={t.rich("profile", { name: profile.display_name, b: (parts) => <bdi>{parts}</bdi> })}
            hint={t("profileNote")}
          />
        ) : null}
      </fieldset>
      <p className="max-w-measure text-sm text-ink-muted">
        {t("note")} {left > 0 ? t("left", { count: left }) : null}
      </p>
      <Button type="submit" variant="primary" busy={busy} className="justify-self-start">
        {t("send")}
      </Button>
    </form>
  );
}
