import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import { CommunityChip } from "@/components/ui/community-chip";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { FormError } from "@/components/ui/form-error";
import { IslandMark } from "@/components/ui/island-mark";
import { LoadMore, Pager } from "@/components/ui/load-more";
import { Notice } from "@/components/ui/notice";
import { RouteLine } from "@/components/ui/route-line";
import { FeedSkeleton, RowsSkeleton } from "@/components/ui/skeleton";
import { Spinner } from "@/components/ui/spinner";
import { TabLinks } from "@/components/ui/tab-links";
import type { SampleWords } from "./words";

const TONES = ["info", "ok", "warn", "danger"] as const;
const BADGES = ["neutral", "accent", "ok", "warn", "danger"] as const;
const ISLANDS = ["harbour", "tango", "bustan", "lantern"] as const;
const REQUEST = "req_7f3a91c2";

/** What is told: notices, what is wrong with a form, what did not arrive. */
export function NoticeSamples({ words, scope }: { words: SampleWords; scope: string }) {
  const { text, tones, error, verb } = words;
  return (
    <>
      {TONES.map((tone) => (
        <Notice key={tone} tone={tone} title={tones[tone]} action={<Button size="sm">{verb}</Button>}>
          {text}
        </Notice>
      ))}
      {/* It takes the focus when it appears; folded away it leaves it where it is. */}
      <details>
        <summary>{tones.danger}</summary>
        <FormError
          title={tones.danger}
          errors={[{ name: `${scope}-wrong`, message: error }]}
          note={REQUEST}
        />
      </details>
      <ErrorState title={tones.danger} text={text} note={REQUEST} action={<Button>{verb}</Button>} />
    </>
  );
}

/** Faces, islands, badges, chips and a card. */
export function MarkSamples({ words }: { words: SampleWords }) {
  const { name, badges, choices, long, route } = words;
  const mark = (id: string) => <IslandMark id={id} size={18} />;
  return (
    <>
      <div className="flex flex-wrap items-center gap-4">
        <Avatar name={name} size={24} />
        <Avatar name={name} />
        <Avatar name={name} size={64} />
        {ISLANDS.map((id) => (
          <IslandMark key={id} id={id} />
        ))}
        {ISLANDS.map((id) => (
          <IslandMark key={id} id={id} variant="chart" size={72} />
        ))}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {BADGES.map((tone) => (
          <Badge key={tone} tone={tone}>
            {badges[tone]}
          </Badge>
        ))}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Chip>{choices[0]}</Chip>
        <Chip href="#open">{choices[1]}</Chip>
        <Chip href="#open" current count={1204}>
          {choices[2]}
        </Chip>
        <CommunityChip id="harbour" name={name} accent="#1f5f8b" href="#open" />
        <CommunityChip id="tango" name={long} accent="#a3263c" href="#open" current count={3} />
      </div>
      <RouteLine from={mark("harbour")} to={mark("tango")} label={route} />
      <Card>
        <p className="[overflow-wrap:anywhere]">{long}</p>
      </Card>
    </>
  );
}

/** Tabs and ways on. */
export function ListSamples({ words }: { words: SampleWords }) {
  const { label, choices, verb, newer, older } = words;
  return (
    <>
      <TabLinks
        label={label}
        tabs={choices.map((choice, n) => ({
          href: `#open-${n}`,
          label: choice,
          current: n === 0,
          count: n === 1 ? 1204 : undefined,
        }))}
      />
      <LoadMore href="#open" label={verb} />
      <Pager label={label} newer={{ href: "#open", label: newer }} older={{ href: "#open", label: older }} />
    </>
  );
}

/** Skeletons of final layouts, and the wheel of an action. */
export function WaitingSamples({ words }: { words: SampleWords }) {
  return (
    <>
      <Spinner />
      <FeedSkeleton label={words.busy} count={2} />
      <RowsSkeleton label={words.busy} count={2} />
    </>
  );
}

/** An empty place, with its island and without. */
export function EmptySamples({ words }: { words: SampleWords }) {
  const { title, text, verb } = words;
  return (
    <>
      <EmptyState
        title={title}
        text={text}
        island={title}
        headingLevel={3}
        action={<Button variant="primary">{verb}</Button>}
      />
      <EmptyState title={title} headingLevel={3} />
    </>
  );
}
