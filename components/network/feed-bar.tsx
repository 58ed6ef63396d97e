import { useTranslations } from "next-intl";
import { Chip } from "@/components/ui/chip";
import { CommunityChip } from "@/components/ui/community-chip";
import { BellOff, ChevronDown, Layers } from "@/components/ui/icons";
import { TabLinks } from "@/components/ui/tab-links";
import { toggleSlug, type UnifiedView, unifiedHref, WHOLE_STREAM } from "@/lib/feed/unified-rules";
import type { KeptView } from "@/lib/feed/unified-schemas";
import type { MyCommunity } from "@/lib/tenants/directory-schemas";
import { RemoveViewForm, ViewForm } from "./view-form";

interface FeedBarProps {
  /** Those that the feed reads. */
  communities: readonly MyCommunity[];
  views: readonly KeptView[];
  /** What the page shows, a kept view spelt out. */
  shown: UnifiedView;
  /** The kept view that it shows. */
  kept: KeptView | null;
  muted: Readonly<Record<string, string>>;
}

/** In which order the feed stands and what of it is shown. Each choice is an address; a kept view is one too. */
export function FeedBar({ communities, views, shown, kept, muted }: FeedBarProps) {
  const t = useTranslations("streams");
  const free = { ...shown, kept: null };
  const { order, mentions } = shown;
  return (
    <div className="mb-2 grid grid-cols-1 gap-3">
      <TabLinks
        label={t("orders")}
        tabs={[
          {
            href: unifiedHref({ ...free, order: "time", mentions: false }),
            label: t("order.time"),
            current: order === "time" && !mentions,
          },
          {
            href: unifiedHref({ ...free, order: "balanced", mentions: false }),
            label: t("order.balanced"),
            current: order === "balanced" && !mentions,
          },
          { href: unifiedHref({ ...free, mentions: true }), label: t("order.mentions"), current: mentions },
        ]}
      />
      <Choices communities={communities} views={views} shown={shown} kept={kept} muted={muted} />
      <Keeping shown={shown} kept={kept} />
    </div>
  );
}

function Choices({ communities, views, shown, kept, muted }: FeedBarProps) {
  const network = useTranslations("network");
  const t = useTranslations("streams");
  const free = { ...shown, kept: null };
  return (
    <nav
      aria-label={network("feedFilter")}
      className="relative -mx-4 overflow-x-auto px-4 py-1 sm:mx-0 sm:px-0"
    >
      <ul className="flex w-max gap-2 sm:w-auto sm:flex-wrap">
        <li>
          <Chip href={unifiedHref({ ...free, slugs: [] })} current={!kept && shown.slugs.length === 0}>
            {network("feedAll")}
          </Chip>
        </li>
        {views.map((view) => (
          <li key={view.id} className="max-w-64">
            <Chip
              href={unifiedHref({ ...WHOLE_STREAM, kept: view.id })}
              current={view.id === kept?.id}
              mark={<Layers aria-hidden size={16} className="shrink-0" />}
            >
              <bdi>{view.name}</bdi>
            </Chip>
          </li>
        ))}
        {communities.map(({ id, slug, name, accent, locale, logo_path }) => (
          <li key={id} lang={locale} className="flex max-w-64 items-center gap-1">
            <CommunityChip
              id={id}
              name={name}
              accent={accent}
              logo={logo_path}
              href={unifiedHref(toggleSlug(shown, slug))}
              current={shown.slugs.includes(slug)}
            />
            {id in muted ? (
              <>
                <BellOff aria-hidden size={16} className="shrink-0 text-ink-muted" />
                <span className="sr-only">{t("isMuted")}</span>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Keeps what is shown as a view, or changes the one that is. */
function Keeping({ shown, kept }: { shown: UnifiedView; kept: KeptView | null }) {
  const t = useTranslations("streams");
  const whole = shown.slugs.length === 0 && shown.order === "time" && !shown.mentions;
  if (whole && !kept) return null;
  return (
    <details className="group/view">
      <summary className="inline-flex min-h-8 cursor-pointer list-none items-center gap-1.5 rounded-control text-[0.9375rem] text-ink-muted hover:text-ink pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden">
        {t(kept ? "changeView" : "keepView")}
        <ChevronDown aria-hidden size={16} className="group-open/view:rotate-180" />
      </summary>
      <div className="grid grid-cols-1 gap-3 pt-2">
        <ViewForm
          key={kept?.id ?? ""}
          view={{ ...shown, kept: kept?.id ?? null }}
          name={kept?.name ?? ""}
          labels={{ name: t("viewName"), send: t(kept ? "rename" : "keep") }}
        />
        {kept ? <RemoveViewForm id={kept.id} label={t("removeView")} /> : null}
      </div>
    </details>
  );
}
