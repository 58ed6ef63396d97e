import Link from "next/link";
import { useTranslations } from "next-intl";
import { PostCard } from "@/components/feed/post-card";
import { Moment } from "@/components/posts/moment";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Pager } from "@/components/ui/load-more";
import { TabLinks } from "@/components/ui/tab-links";
import type { MemberComment, PersonPage } from "@/lib/memberships/page-queries";
import { MEMBER_PARTS, type MemberPart } from "@/lib/memberships/page-schemas";

interface PersonWritingProps {
  page: PersonPage;
  /** Whether this is the person who looks. */
  self: boolean;
  /** Whether this is not the first page. */
  continued: boolean;
  lang: string;
  now: number;
}

function partHref(id: string, part: MemberPart, before?: string): string {
  const query = new URLSearchParams();
  if (part !== "posts") query.set("show", part);
  if (before) query.set("before", before);
  return `/members/${id}${query.size ? `?${query}` : ""}`;
}

/** What a member wrote in this community, as far as the viewer may read it. */
export function PersonWriting({ page, self, continued, lang, now }: PersonWritingProps) {
  const t = useTranslations("person");
  const { member, part, next } = page;
  const tabs = MEMBER_PARTS.map((each) => ({
    href: partHref(member.id, each),
    label: t(each),
    current: each === part,
  }));
  return (
    <section aria-label={t(part)} className="grid grid-cols-1">
      <TabLinks label={t("parts")} tabs={tabs} />
      {page.items.length === 0 ? (
        <div className="pt-6">
          <Nothing part={part} self={self} continued={continued} name={member.name} />
        </div>
      ) : page.part === "posts" ? (
        page.items.map((post) => (
          <PostCard key={post.id} post={post} lang={lang} now={now} member headingLevel={2} />
        ))
      ) : (
        <ul>
          {page.items.map((comment) => (
            <CommentLine key={comment.id} comment={comment} lang={lang} now={now} />
          ))}
        </ul>
      )}
      <Pager
        label={t("pages")}
        newer={continued ? { href: partHref(member.id, part), label: t("newest") } : undefined}
        older={next ? { href: partHref(member.id, part, next), label: t("older") } : undefined}
      />
    </section>
  );
}

function CommentLine({ comment, lang, now }: { comment: MemberComment; lang: string; now: number }) {
  const t = useTranslations("person");
  const feed = useTranslations("feed");
  const { id, post_id, post_title, post_author, excerpt } = comment;
  const title = post_title ?? feed("untitled", { name: post_author });
  return (
    <li className="relative grid grid-cols-1 gap-1.5 border-b border-line py-5">
      <p className="text-sm text-ink-muted [overflow-wrap:anywhere]">
        {t.rich("commentOn", {
          title,
          when: () => <Moment value={comment.created_at} now={now} />,
          post: (text) => (
            <bdi lang={post_title === null ? undefined : lang} className="font-medium text-ink">
              {text}
            </bdi>
          ),
        })}
      </p>
      <p dir="auto" lang={lang} className="[overflow-wrap:anywhere]">
        <Link
          href={`/p/${post_id}#c-${id}`}
          prefetch={false}
          className="after:absolute after:inset-0 hover:text-accent"
        >
          {excerpt || title}
        </Link>
      </p>
    </li>
  );
}

interface NothingProps {
  part: MemberPart;
  self: boolean;
  continued: boolean;
  name: string;
}

function Nothing({ part, self, continued, name }: NothingProps) {
  const t = useTranslations("person");
  if (continued) return <EmptyState title={t("end")} />;
  if (self && part === "posts") {
    return (
      <EmptyState
        title={t("ownNothing")}
        text={t("ownNothingText")}
        action={
          <LinkButton href="/" variant="primary">
            {t("write")}
          </LinkButton>
        }
      />
    );
  }
  return (
    <EmptyState
      title={self ? t("ownNothing") : t("nothing")}
      text={self ? undefined : t("nothingText", { name })}
    />
  );
}
