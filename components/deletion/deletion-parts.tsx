import { useLocale, useTranslations } from "next-intl";
import { Messages } from "@/components/providers/messages";
import { Badge } from "@/components/ui/badge";
import { Notice } from "@/components/ui/notice";
import { Time } from "@/components/ui/time";
import type { ConcernedCommunity, Deletion } from "@/lib/deletion/schemas";
import { CancelDeletion } from "./cancel-deletion";

/** What goes with the account, in all cases. */
export function WhatItMeans({ deletion }: { deletion: Deletion }) {
  const t = useTranslations("deletion.means");
  return (
    <section aria-labelledby="means" className="grid grid-cols-1 gap-3">
      <h2 id="means" className="font-serif text-title-sm font-medium tracking-title">
        {t("title")}
      </h2>
      <ul className="grid max-w-measure list-disc gap-2 ps-5">
        <li>{t("account")}</li>
        <li>{t("communities", { count: deletion.communities.length })}</li>
        {deletion.journeys > 0 ? <li>{t("journeys", { count: deletion.journeys })}</li> : null}
        {deletion.companies > 0 ? <li>{t("companies", { count: deletion.companies })}</li> : null}
        {deletion.exporting ? <li>{t("exporting")}</li> : null}
        <li>{t("others")}</li>
        <li>{t("grace")}</li>
      </ul>
    </section>
  );
}

interface WaitingDeletionProps {
  waiting: NonNullable<Deletion["waiting"]>;
  /** Somebody has to own a community before it can be done. */
  held: boolean;
  timeZone: string;
  now: number;
}

/** When it will be done, and the way back. */
export function WaitingDeletion({ waiting, held, timeZone, now }: WaitingDeletionProps) {
  const t = useTranslations("deletion.waiting");
  const locale = useLocale();
  const late = Date.parse(waiting.due_at) <= now;
  return (
    <Notice
      tone="warn"
      title={t.rich("title", {
        when: () => <Time value={waiting.due_at} locale={locale} timeZone={timeZone} />,
      })}
      action={
        <Messages of={["form", "keepAccount"]}>
          <CancelDeletion />
        </Messages>
      }
    >
      {t(held && late ? "held" : late ? "due" : "text")}
    </Notice>
  );
}

/** Every community concerned, with what is there and what becomes of it where that is chosen already. */
export function ConcernedList({
  communities,
  waiting,
}: {
  communities: readonly ConcernedCommunity[];
  waiting: Deletion["waiting"];
}) {
  const t = useTranslations("deletion");
  return (
    <ul className="divide-y divide-line border-y border-line">
      {communities.map(({ community, posts, comments, left, closes }) => (
        <li key={community.id} className="grid gap-1 py-3">
          <span className="flex flex-wrap items-center gap-2">
            <bdi className="font-medium [overflow-wrap:anywhere]">{community.name}</bdi>
            {left ? <Badge>{t("left")}</Badge> : null}
            {waiting ? (
              <Badge tone="accent">{t(`form.modes.${waiting.ways[community.id] ?? waiting.mode}`)}</Badge>
            ) : null}
          </span>
          <span className="text-sm text-ink-muted">{t("has", { posts, comments })}</span>
          {closes ? <span className="text-sm text-danger">{t("closes")}</span> : null}
        </li>
      ))}
    </ul>
  );
}
