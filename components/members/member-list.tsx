import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Pager } from "@/components/ui/load-more";
import { type MemberListPlace, memberListHref } from "@/lib/memberships/list-address";
import { type Actor, decidePowers, hasPowers } from "@/lib/memberships/powers";
import type { MemberCard, MemberPage } from "@/lib/memberships/schemas";
import { AnswerRequest } from "./answer-request";
import { MemberMenu } from "./member-menu";
import { MemberRow } from "./member-row";
import { Since } from "./since";

interface ListProps {
  actor: Actor;
  timeZone: string;
  lang: string;
}

const WAITING_MOST = 50;

/** Who asked to join and waits for an answer, the longest first. */
export function WaitingList({
  waiting,
  timeZone,
  lang,
}: Omit<ListProps, "actor"> & { waiting: MemberCard[] }) {
  const t = useTranslations("members");
  if (waiting.length === 0) return null;
  const many = waiting.length >= WAITING_MOST;
  return (
    <section
      aria-labelledby="waiting"
      className="grid gap-1 rounded-surface border border-accent-line bg-accent-soft px-4 pb-2 pt-4 sm:px-5"
    >
      <h2 id="waiting" className="font-serif text-title-sm font-medium tracking-title">
        {t(many ? "waitingMany" : "waiting", { count: waiting.length })}
      </h2>
      <ul className="divide-y divide-accent-line">
        {waiting.map((member) => (
          <li key={member.id} className="py-4">
            <MemberRow
              member={member}
              lang={lang}
              when={<Since what="asked" value={member.joined_at} timeZone={timeZone} />}
              actions={<AnswerRequest member={{ id: member.id, name: member.name }} />}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One page of members with the way to the next. */
export function MemberList(props: ListProps & { page: MemberPage; place: MemberListPlace }) {
  const { page, place, actor, timeZone, lang } = props;
  const t = useTranslations("members");
  if (page.items.length === 0) return <NobodyHere place={place} />;
  return (
    <div>
      <ul className="divide-y divide-line border-y border-line">
        {page.items.map((member) => {
          const powers = decidePowers(actor, member);
          const self = actor.id === member.id;
          const { id, name, role } = member;
          return (
            <li key={id} className="py-4">
              <MemberRow
                member={member}
                self={self}
                href={member.status === "active" ? `/members/${id}` : undefined}
                lang={lang}
                when={
                  <Since
                    what={member.status === "invited" ? "invited" : "joined"}
                    value={member.joined_at}
                    timeZone={timeZone}
                  />
                }
                actions={
                  hasPowers(powers) ? (
                    <MemberMenu member={{ id, name, role }} self={self} powers={powers} />
                  ) : null
                }
              />
            </li>
          );
        })}
      </ul>
      <Pager
        label={t("pages")}
        newer={
          place.after || place.letter
            ? {
                href: memberListHref({ ...place, after: null, letter: null }),
                label: t(place.sort === "name" ? "first" : "newer"),
              }
            : undefined
        }
        older={
          page.next ? { href: memberListHref({ ...place, after: page.next }), label: t("older") } : undefined
        }
      />
    </div>
  );
}

function NobodyHere({ place }: { place: MemberListPlace }) {
  const t = useTranslations("members");
  const { q, role, tag, city, active, sort, after } = place;
  const all = <LinkButton href={memberListHref({ active, sort })}>{t("clearSearch")}</LinkButton>;
  if (tag || city || (q && role))
    return <EmptyState title={t("emptyNarrowed")} text={t("emptyNarrowedText")} action={all} />;
  if (q) return <EmptyState title={t("emptyFound", { query: q })} text={t("emptyFoundText")} action={all} />;
  if (role && !after)
    return <EmptyState title={t(`emptyRole.${role}`)} text={t("emptyRoleText")} action={all} />;
  if (!active && !after) return <EmptyState title={t("emptyInactive")} text={t("emptyInactiveText")} />;
  return <EmptyState title={t("emptyPage")} text={t("emptyPageText")} action={all} />;
}
