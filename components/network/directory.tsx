import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { Plus } from "@/components/ui/icons";
import { LinkButton } from "@/components/ui/link-button";
import { type DirectoryPlace, directoryHref, isNarrowedDirectory } from "@/lib/tenants/directory-place";
import type { DirectoryPage } from "@/lib/tenants/directory-schemas";
import { DirectoryControls } from "./directory-controls";
import { DirectoryList } from "./directory-list";
import { DirectorySearch } from "./directory-search";

/** More are not counted. */
const COUNTED = 1000;

interface DirectoryProps {
  page: DirectoryPage;
  place: DirectoryPlace;
  signedIn: boolean;
  /** Level of the headings in it: 2 where the page's title stands right above. */
  headingLevel: 2 | 3;
}

/** Search, choices and list of the communities that let themselves be found. */
export function Directory({ page, place, signedIn, headingLevel }: DirectoryProps) {
  const narrowed = isNarrowedDirectory(place);
  const nothing = page.items.length === 0;
  if (nothing && !narrowed && !place.after)
    return <NobodyYet signedIn={signedIn} headingLevel={headingLevel} />;
  return (
    <div className="grid grid-cols-1 gap-5">
      <DirectorySearch place={place} />
      <DirectoryControls place={place} languages={page.languages} />
      <Found total={page.total} narrowed={narrowed} />
      {nothing ? (
        <NoMatch place={place} headingLevel={headingLevel} />
      ) : (
        <DirectoryList
          key={directoryHref(place)}
          initial={page}
          place={place}
          signedIn={signedIn}
          headingLevel={headingLevel}
        />
      )}
    </div>
  );
}

function Found({ total, narrowed }: { total: number | null; narrowed: boolean }) {
  const t = useTranslations("network");
  if (total === null) return null;
  return (
    <div className="flex min-h-10 flex-wrap items-center justify-between gap-x-4 gap-y-2 pointer-coarse:min-h-11">
      <p role="status" className="text-sm text-ink-muted" data-figures>
        {total >= COUNTED ? t("foundMany", { count: COUNTED }) : t("found", { count: total })}
      </p>
      {narrowed ? (
        <LinkButton href="/communities" variant="quiet">
          {t("clearSearch")}
        </LinkButton>
      ) : null}
    </div>
  );
}

function NoMatch({ place, headingLevel }: Pick<DirectoryProps, "place" | "headingLevel">) {
  const t = useTranslations("network");
  const { q, after } = place;
  if (after) {
    return (
      <EmptyState
        title={t("pastEndTitle")}
        headingLevel={headingLevel}
        action={
          <LinkButton href={directoryHref({ ...place, after: null })}>{t("backToBeginning")}</LinkButton>
        }
      />
    );
  }
  return (
    <EmptyState
      title={t("noMatchTitle")}
      text={t(q ? "noMatchText" : "noMatchFilters")}
      island={q || "narrow water"}
      headingLevel={headingLevel}
      action={<LinkButton href="/communities">{t("clearSearch")}</LinkButton>}
    />
  );
}

function NobodyYet({ signedIn, headingLevel }: Pick<DirectoryProps, "signedIn" | "headingLevel">) {
  const t = useTranslations("network");
  return (
    <EmptyState
      title={t("emptyTitle")}
      text={t("emptyText")}
      island="empty sea"
      headingLevel={headingLevel}
      action={
        <LinkButton
          href={signedIn ? "/communities/new" : "/sign-up?next=%2Fcommunities%2Fnew"}
          variant="primary"
          icon={<Plus aria-hidden size={18} />}
        >
          {t("heroFound")}
        </LinkButton>
      }
    />
  );
}
