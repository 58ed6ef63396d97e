import { useTranslations } from "next-intl";
import { Chip } from "@/components/ui/chip";
import { LinkButton } from "@/components/ui/link-button";
import { ROLES } from "@/lib/auth/roles";
import { isNarrowed, type MemberListPlace, memberListHref } from "@/lib/memberships/list-address";
import type { MemberChoices } from "@/lib/memberships/schemas";

interface FilterProps {
  place: MemberListPlace;
  roles?: MemberChoices["roles"];
}

/** Narrows the list, and what is searched for in it, to one role. Each choice is an address. */
export function MemberFilter({ place, roles }: FilterProps) {
  const t = useTranslations("members");
  return (
    <nav aria-label={t("filterLabel")} className="-mx-4 overflow-x-auto px-4 py-1 sm:mx-0 sm:px-0">
      <ul className="flex gap-2 whitespace-nowrap sm:flex-wrap">
        {[null, ...ROLES].map((role) => (
          <li key={role}>
            <Chip
              href={memberListHref({ ...place, role, after: null })}
              current={role === place.role}
              count={(role && roles?.[role]) ?? undefined}
            >
              {t(`filter.${role ?? "all"}`)}
            </Chip>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The order of the list, letters to begin at, and the way back to the whole list. */
export function MemberOrder({ place, letters }: { place: MemberListPlace; letters?: readonly string[] }) {
  const t = useTranslations("members");
  const whole = { ...place, after: null, letter: null };
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      {place.active ? (
        <nav aria-label={t("order")}>
          <ul className="flex gap-2">
            {(["new", "name"] as const).map((sort) => (
              <li key={sort}>
                <Chip href={memberListHref({ ...whole, sort })} current={place.sort === sort}>
                  {t(`sort.${sort}`)}
                </Chip>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      {letters && letters.length > 1 ? <Letters place={place} letters={letters} /> : null}
      {isNarrowed(place) ? (
        <LinkButton
          href={memberListHref({ active: place.active, sort: place.sort })}
          size="sm"
          className="ms-auto whitespace-nowrap"
        >
          {t("clearSearch")}
        </LinkButton>
      ) : null}
    </div>
  );
}

function Letters({ place, letters }: { place: MemberListPlace; letters: readonly string[] }) {
  const t = useTranslations("members");
  return (
    <nav aria-label={t("letters")} className="-mx-1 min-w-0 max-w-full overflow-x-auto px-1 py-1">
      <ul className="flex gap-0.5 sm:flex-wrap">
        {letters.map((letter) => (
          <li key={letter}>
            <a
              href={memberListHref({ ...place, sort: "name", letter, after: null })}
              aria-current={letter === place.letter ? "true" : undefined}
              aria-label={t("letter", { letter: letter.toUpperCase() })}
              className="grid h-9 min-w-9 place-items-center rounded-[6px] text-sm font-medium text-ink-muted hover:bg-surface-sunken hover:text-accent aria-[current]:bg-accent-soft aria-[current]:text-ink pointer-coarse:h-11 pointer-coarse:min-w-11"
            >
              <bdi>{letter.toUpperCase()}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
