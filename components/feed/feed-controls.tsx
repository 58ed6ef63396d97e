import clsx from "clsx";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TYPE_ICONS } from "@/components/posts/type-icons";
import { Chip } from "@/components/ui/chip";
import { Bookmark, X } from "@/components/ui/icons";
import { type FeedSort, type FeedView, feedHref, isTopSort, TOP_SORTS } from "@/lib/feed/views";
import { POST_TYPES, type PostType } from "@/lib/posts/limits";
import { KeepSort } from "./keep-sort";

interface FeedControlsProps {
  view: FeedView & { sort: FeedSort };
  /** Undefined for visitors, who keep nothing. */
  keptSort?: FeedSort | null;
  /** The person's groups. */
  groups: readonly { id: string; name: string }[];
  /** Tags to narrow to. */
  tags: readonly string[];
  /** BCP 47 tag of what people write here. */
  lang: string;
}

/** In which order a feed stands and what part of it shows. Each choice is an address. */
export function FeedControls(props: FeedControlsProps) {
  const { view, keptSort } = props;
  const t = useTranslations("feed.view");
  const top = isTopSort(view.sort);
  return (
    <div className="grid grid-cols-1 gap-3">
      <div className="flex items-end justify-between gap-4 border-b border-line">
        <nav aria-label={t("sorts")} className="min-w-0 overflow-x-auto">
          <ul className="flex gap-6">
            <Sort view={view} to="new" current={view.sort === "new"} label={t("new")} />
            <Sort view={view} to="active" current={view.sort === "active"} label={t("active")} />
            <Sort view={view} to="week" current={top} label={t("top")} />
          </ul>
        </nav>
        {keptSort === undefined || (keptSort ?? "new") === view.sort || view.mine ? null : (
          <KeepSort sort={view.sort} />
        )}
      </div>
      {top ? (
        <nav aria-label={t("times")}>
          <ul className="flex flex-wrap gap-2">
            {TOP_SORTS.map((sort) => (
              <li key={sort}>
                <Chip href={feedHref({ ...view, sort })} current={sort === view.sort}>
                  {t(`time.${sort}`)}
                </Chip>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      <Filters {...props} />
    </div>
  );
}

function Sort(props: { view: FeedView; to: FeedSort; current: boolean; label: string }) {
  const { view, to, current, label } = props;
  return (
    <li>
      <Link
        href={feedHref({ ...view, sort: to, mine: false })}
        prefetch={false}
        scroll={false}
        aria-current={current && !view.mine ? "page" : undefined}
        className={clsx(
          "-mb-px flex h-11 items-center whitespace-nowrap border-b-2 text-[0.9375rem] transition-colors focus-visible:-outline-offset-2",
          current && !view.mine
            ? "border-accent font-semibold text-ink"
            : "border-transparent text-ink-muted hover:border-line-strong hover:text-ink",
        )}
      >
        {label}
      </Link>
    </li>
  );
}

// On a narrow screen the row is longer than the screen.
function chosenFirst(chosen: PostType | null): readonly PostType[] {
  return chosen ? [chosen, ...POST_TYPES.filter((type) => type !== chosen)] : POST_TYPES;
}

/** A chip that is on leads to the list without it. */
function Filters({ view, keptSort, groups, tags, lang }: FeedControlsProps) {
  const t = useTranslations("feed.view");
  const member = keptSort !== undefined;
  const offered = tags.filter((tag) => tag.toLowerCase() !== view.tag?.toLowerCase());
  return (
    <nav aria-label={t("filters")} className="relative -mx-4 overflow-x-auto px-4 py-1 sm:mx-0 sm:px-0">
      <ul className="flex w-max gap-2 sm:w-auto sm:flex-wrap">
        {member ? (
          <>
            <li>
              <Chip href="/saved" mark={<Bookmark aria-hidden size={16} />}>
                {t("saved")}
              </Chip>
            </li>
            <li>
              <On
                on={view.mine}
                href={feedHref({ ...view, mine: !view.mine, type: null, tag: null, group: null })}
              >
                {t("mine")}
              </On>
            </li>
          </>
        ) : null}
        <Types view={view} />
        {groups.map(({ id, name }) => (
          <li key={id} lang={lang} className="max-w-64">
            <On
              on={view.group === id}
              href={feedHref({ ...view, group: view.group === id ? null : id, mine: false })}
            >
              {name}
            </On>
          </li>
        ))}
        {view.tag ? (
          <li lang={lang} className="max-w-64">
            <On on href={feedHref({ ...view, tag: null })}>
              #{view.tag}
            </On>
          </li>
        ) : null}
        {offered.map((tag) => (
          <li key={tag} lang={lang} className="max-w-64">
            <On href={feedHref({ ...view, tag, mine: false })}>#{tag}</On>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Types({ view }: { view: FeedView }) {
  const t = useTranslations("feed.view.types");
  return chosenFirst(view.type).map((type) => {
    const [on, Icon] = [view.type === type, TYPE_ICONS[type]];
    return (
      <li key={type}>
        <On
          on={on}
          href={feedHref({ ...view, type: on ? null : type, mine: false })}
          mark={<Icon aria-hidden size={16} />}
        >
          {t(type)}
        </On>
      </li>
    );
  });
}

interface OnProps {
  on?: boolean;
  href: string;
  mark?: ReactNode;
  children: ReactNode;
}

function On({ on = false, href, mark, children }: OnProps) {
  const t = useTranslations("feed.view");
  return (
    <Chip href={href} current={on} mark={mark}>
      <span className="inline-flex max-w-full items-center gap-1.5">
        <bdi className="truncate">{children}</bdi>
        {on ? (
          <>
            <X aria-hidden size={14} />
            <span className="sr-only">{t("takeOff")}</span>
          </>
        ) : null}
      </span>
    </Chip>
  );
}
