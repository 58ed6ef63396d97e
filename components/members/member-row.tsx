import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { EyeOff, MapPin } from "@/components/ui/icons";
import type { MemberCard } from "@/lib/memberships/schemas";

type Shown = Pick<
  MemberCard,
  "name" | "avatar" | "role" | "status" | "bio" | "imported" | "city" | "skills" | "interests" | "unlisted"
>;

interface MemberRowProps {
  member: Shown;
  /** Whether this is the person who looks. */
  self?: boolean;
  /** Their page; left out where they have none. */
  href?: string;
  /** Since when: stands under the name. */
  when: ReactNode;
  /** Language of the community, in which its members mostly write. */
  lang: string;
  /** What can be done, at the end of the row. */
  actions?: ReactNode;
}

/** A person as a community sees them: face, name, part in it, and what they say of themselves. */
export function MemberRow({ member, self = false, href, when, lang, actions }: MemberRowProps) {
  const { name, avatar, bio } = member;
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-start gap-x-3 sm:gap-x-4">
      <Avatar name={name} path={avatar} size={44} />
      <div className="grid min-w-0 gap-0.5">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <bdi className="min-w-0 font-medium [overflow-wrap:anywhere]">
            {href ? (
              <Link href={href} prefetch={false} data-member className="hover:text-accent">
                {name}
              </Link>
            ) : (
              name
            )}
          </bdi>
          <MemberBadges member={member} self={self} />
        </div>
        <p className="flex flex-wrap gap-x-3 text-sm text-ink-muted">
          <span>{when}</span>
          {member.city ? <City name={member.city} /> : null}
        </p>
        {bio ? (
          <p dir="auto" lang={lang} className="mt-1 line-clamp-2 text-[0.9375rem] [overflow-wrap:anywhere]">
            {bio}
          </p>
        ) : null}
        <Words words={[...member.skills, ...member.interests]} />
      </div>
      {actions}
    </div>
  );
}

/** Where somebody lives, as they wrote it. */
export function City({ name }: { name: string }) {
  return (
    <span className="inline-flex min-w-0 items-baseline gap-1">
      <MapPin aria-hidden size={14} className="shrink-0 translate-y-0.5" />
      <bdi className="min-w-0 [overflow-wrap:anywhere]">{name}</bdi>
    </span>
  );
}

const WORDS_SHOWN = 6;

function Words({ words }: { words: readonly string[] }) {
  const shown = [...new Set(words)].slice(0, WORDS_SHOWN);
  if (shown.length === 0) return null;
  return (
    <ul className="mt-1.5 flex flex-wrap gap-x-2 gap-y-1">
      {shown.map((word) => (
        <li key={word} className="min-w-0">
          <Badge>
            <bdi className="min-w-0 whitespace-normal [overflow-wrap:anywhere]">{word}</bdi>
          </Badge>
        </li>
      ))}
    </ul>
  );
}

/** What is to know about a member in a word or two. */
export function MemberBadges({ member, self }: { member: Shown; self: boolean }) {
  const t = useTranslations("members");
  const { role, status, imported, unlisted } = member;
  const out = status === "suspended" || status === "removed" || status === "invited";
  return (
    <>
      {role === "member" ? null : <Badge tone="accent">{t(`role.${role}`)}</Badge>}
      {self ? <Badge>{t("you")}</Badge> : null}
      {imported ? (
        <span title={t("importedHint")}>
          <Badge>{t("imported")}</Badge>
        </span>
      ) : null}
      {unlisted ? (
        <span title={t("unlistedHint")}>
          <Badge icon={<EyeOff aria-hidden size={12} />}>{t("unlisted")}</Badge>
        </span>
      ) : null}
      {out ? <Badge tone={status === "invited" ? "neutral" : "warn"}>{t(`status.${status}`)}</Badge> : null}
    </>
  );
}
