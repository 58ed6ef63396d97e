import { useFormatter, useTranslations } from "next-intl";
import { Search } from "@/components/ui/icons";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import type { MemberListPlace } from "@/lib/memberships/list-address";
import type { MemberChoice, MemberChoices } from "@/lib/memberships/schemas";

interface SearchProps {
  place: MemberListPlace;
  choices?: MemberChoices;
}

/** Finds members by name, word and city in the part one looks at, by address: it works before scripts arrive. */
export function MemberSearch({ place, choices }: SearchProps) {
  const { q, active, role, sort, tag, city } = place;
  const t = useTranslations("members");
  return (
    <search>
      <form action="/members" className="grid gap-2">
        {active ? null : <input type="hidden" name="show" value="inactive" />}
        {role ? <input type="hidden" name="role" value={role} /> : null}
        {sort === "name" ? <input type="hidden" name="sort" value="name" /> : null}
        <div className="flex gap-2">
          <Input
            key={q}
            type="search"
            name="q"
            aria-label={t("searchLabel")}
            placeholder={t("searchPlaceholder")}
            defaultValue={q}
            maxLength={80}
            className="min-w-0 flex-1"
          />
          <SubmitButton variant="outline" icon={<Search aria-hidden size={18} />}>
            {t("search")}
          </SubmitButton>
        </div>
        {choices && (choices.tags.length > 0 || choices.cities.length > 0 || tag || city) ? (
          <div className="grid grid-cols-2 gap-2">
            <Choice name="tag" all={t("anyTag")} label={t("tagLabel")} value={tag} choices={choices.tags} />
            <Choice
              name="city"
              all={t("anyCity")}
              label={t("cityLabel")}
              value={city}
              choices={choices.cities}
            />
          </div>
        ) : null}
      </form>
    </search>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  /** No filter, in words. */
  all: string;
  value: string | null;
  choices: readonly MemberChoice[];
}

function Choice({ name, label, all, value, choices }: ChoiceProps) {
  const t = useTranslations("members");
  const { number } = useFormatter();
  const isThere = value === null || choices.some(({ key }) => key === value);
  return (
    <Select key={value} name={name} aria-label={label} defaultValue={value ?? ""}>
      <option value="">{all}</option>
      {isThere ? null : <option value={value}>{value}</option>}
      {choices.map(({ key, label: word, count }) => (
        <option key={key} value={key}>
          {count === null ? word : t("choice", { word, count: number(count) })}
        </option>
      ))}
    </Select>
  );
}
