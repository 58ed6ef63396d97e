import { useTranslations } from "next-intl";
import { Chip } from "@/components/ui/chip";
import { ROLES } from "@/lib/auth/roles";
import { type MemberListPlace, memberListHref } from "@/lib/memberships/list-address";

/** Narrows the list, and what is searched for in it, to one role. Each choice is an address. */
export function MemberFilter({ place }: { place: MemberListPlace }) {
  const t = useTranslations("members");
  return (
    <nav aria-label={t("filterLabel")}>
      <ul className="flex flex-wrap gap-2">
        {[null, ...ROLES].map((role) => (
          <li key={role}>
            <Chip href={memberListHref({ ...place, role, after: null })} current={role === place.role}>
              {t(`filter.${role ?? "all"}`)}
            </Chip>
          </li>
        ))}
      </ul>
    </nav>
  );
}
