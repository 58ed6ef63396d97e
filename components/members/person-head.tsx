import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Markdown } from "@/components/markdown";
import { Avatar } from "@/components/ui/avatar";
import { Chip } from "@/components/ui/chip";
import { LinkButton } from "@/components/ui/link-button";
import { memberListHref } from "@/lib/memberships/list-address";
import type { SharedCommunity } from "@/lib/memberships/page-schemas";
import type { MemberCard } from "@/lib/memberships/schemas";
import { communityUrl } from "@/lib/tenancy/links";
import { City, MemberBadges } from "./member-row";
import { Since } from "./since";

interface PersonHeadProps {
  member: MemberCard;
  /** Communities that both belong to and both let such people know of. */
  shared: readonly SharedCommunity[];
  /** Whether this is the person who looks. */
  self: boolean;
  /** Language and zone of the community. */
  lang: string;
  timeZone: string;
}

function Group({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid gap-2">
      <h2 className="text-sm font-medium text-ink-muted">{label}</h2>
      <div className="flex flex-wrap gap-x-3 gap-y-2">{children}</div>
    </div>
  );
}

function Words({ label, words }: { label: string; words: readonly string[] }) {
  if (words.length === 0) return null;
  return (
    <Group label={label}>
      {words.map((word) => (
        <Chip key={word} href={memberListHref({ tag: word.toLowerCase() })}>
          <bdi>{word}</bdi>
        </Chip>
      ))}
    </Group>
  );
}

/** A person's face in this community: name, part in it, since when, and what they say of themselves. */
export function PersonHead({ member, shared, self, lang, timeZone }: PersonHeadProps) {
  const t = useTranslations("person");
  const bio = member.bio.trim();
  return (
    <header className="grid gap-5">
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
        <Avatar name={member.name} path={member.avatar} size={72} />
        <div className="grid min-w-0 flex-1 basis-52 gap-1">
          <h1 className="font-serif text-title-lg font-medium tracking-title [overflow-wrap:anywhere]">
            <bdi>{member.name}</bdi>
          </h1>
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-muted">
            <MemberBadges member={member} self={self} />
            <span>
              <Since what="joined" value={member.joined_at} timeZone={timeZone} />
            </span>
            {member.city ? (
              <Link href={memberListHref({ city: member.city.toLowerCase() })} className="hover:text-accent">
                <City name={member.city} />
              </Link>
            ) : null}
          </p>
        </div>
        {self ? <LinkButton href="/me">{t("edit")}</LinkButton> : null}
      </div>
      {bio ? (
        <Markdown source={bio} lang={lang} idPrefix="bio-" headingStart={3} breaks />
      ) : self ? (
        <p className="text-ink-muted">
          {t.rich("addBio", {
            edit: (text) => (
              <a href="/me#field-bio" className="text-accent underline underline-offset-4">
                {text}
              </a>
            ),
          })}
        </p>
      ) : null}
      <Words label={t("skills")} words={member.skills} />
      <Words label={t("interests")} words={member.interests} />
      {shared.length > 0 ? (
        <Group label={t("shared")}>
          {shared.map((community) => (
            <a
              key={community.slug}
              href={communityUrl(community)}
              className="min-w-0 text-accent underline underline-offset-4 [overflow-wrap:anywhere] pointer-coarse:py-2"
            >
              <bdi>{community.name}</bdi>
            </a>
          ))}
        </Group>
      ) : null}
    </header>
  );
}
