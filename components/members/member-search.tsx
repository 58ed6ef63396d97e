import { useTranslations } from "next-intl";
import { Search } from "@/components/ui/icons";
import { Input } from "@/components/ui/input";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import { type MemberListPlace, memberListHref } from "@/lib/memberships/list-address";

/** Finds members by name in the part one looks at, by address: it works before scripts arrive. */
export function MemberSearch({ place }: { place: MemberListPlace }) {
  const { q, active, role } = place;
  const t = useTranslations("members");
  return (
    <search>
      <form action="/members" className="flex flex-wrap gap-2">
        {active ? null : <input type="hidden" name="show" value="inactive" />}
        {role ? <input type="hidden" name="role" value={role} /> : null}
        <Input
          key={q}
          type="search"
          name="q"
          aria-label={t("searchLabel")}
          placeholder={t("searchPlaceholder")}
          defaultValue={q}
          maxLength={80}
          className="min-w-0 flex-1 basis-40"
        />
        <SubmitButton variant="outline" icon={<Search aria-hidden size={18} />}>
          {t("search")}
        </SubmitButton>
        {q ? (
          <LinkButton href={memberListHref({ active })} variant="quiet">
            {t("clearSearch")}
          </LinkButton>
        ) : null}
      </form>
    </search>
  );
}
