import Link from "next/link";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { UsersRound } from "@/components/ui/icons";
import { IslandMark } from "@/components/ui/island-mark";
import { LinkButton } from "@/components/ui/link-button";
import type { JourneyFilter } from "@/lib/journeys/choices";
import type { JourneySummary } from "@/lib/journeys/schemas";
import { JourneyDates } from "./journey-dates";
import { Progress } from "./progress";

interface JourneyListProps {
  items: readonly JourneySummary[];
  filter: JourneyFilter;
  next: string | null;
}

/** Journeys, the one changed last first. */
export function JourneyList({ items, filter, next }: JourneyListProps) {
  const t = useTranslations("journeys");
  if (items.length === 0) {
    return <EmptyState title={t(`nothing.${filter}`)} text={t(`nothingText.${filter}`)} island="journeys" />;
  }
  return (
    <>
      <ul>
        {items.map((journey) => (
          <Item key={journey.id} journey={journey} />
        ))}
      </ul>
      {next ? (
        <p className="pt-6">
          <LinkButton href={`/journeys?${new URLSearchParams({ show: filter, before: next })}`}>
            {t("older")}
          </LinkButton>
        </p>
      ) : null}
    </>
  );
}

function Item({ journey }: { journey: JourneySummary }) {
  const t = useTranslations("journeys");
  const { counts } = journey;
  const count = counts.idea + counts.planned + counts.done + counts.skipped;
  return (
    <li className="relative grid grid-cols-[auto_minmax(0,1fr)] gap-4 border-b border-line py-5">
      <IslandMark id={journey.id} variant="chart" size={56} />
      <div className="grid grid-cols-1 gap-1.5">
        <h2 className="font-serif text-title-sm font-medium tracking-title [overflow-wrap:anywhere]">
          <Link href={`/journeys/${journey.id}`} className="after:absolute after:inset-0 hover:text-accent">
            <bdi>{journey.title}</bdi>
          </Link>
        </h2>
        <p className="flex flex-wrap gap-x-3 text-sm text-ink-muted" data-figures>
          <JourneyDates journey={journey} />
          <span>{t("activities", { count })}</span>
          {journey.people > 1 ? (
            <span className="inline-flex items-center gap-1">
              <UsersRound aria-hidden size={16} />
              {t("peopleCount", { count: journey.people })}
            </span>
          ) : null}
          {journey.role === "owner" ? null : <span>{t("by", { name: journey.owner })}</span>}
        </p>
        <Progress counts={counts} />
      </div>
    </li>
  );
}
