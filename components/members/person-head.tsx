import { useTranslations } from "next-intl";
import { Markdown } from "@/components/markdown";
import { Avatar } from "@/components/ui/avatar";
import { LinkButton } from "@/components/ui/link-button";
import type { MemberCard } from "@/lib/memberships/schemas";
import { MemberBadges } from "./member-row";
import { Since } from "./since";

interface PersonHeadProps {
  member: MemberCard;
  /** Whether this is the person who looks. */
  self: boolean;
  /** Language and zone of the community. */
  lang: string;
  timeZone: string;
}

/** A person's face in this community: name, part in it, since when, and what they say of themselves. */
export function PersonHead({ member, self, lang, timeZone }: PersonHeadProps) {
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
    </header>
  );
}
