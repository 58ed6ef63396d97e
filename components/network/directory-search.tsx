import { useTranslations } from "next-intl";
import { Search } from "@/components/ui/icons";
import { Input } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import { type DirectoryPlace, directoryParams } from "@/lib/tenants/directory-place";

/** Searches the part of the directory one looks at, by address: it works before scripts arrive and can be shared. */
export function DirectorySearch({ place }: { place: DirectoryPlace }) {
  const t = useTranslations("network");
  return (
    <search>
      <form action="/communities" className="flex flex-wrap gap-2">
        {directoryParams({ ...place, q: "", after: null }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Input
          key={place.q}
          type="search"
          name="q"
          aria-label={t("searchLabel")}
          placeholder={t("searchPlaceholder")}
          defaultValue={place.q}
          maxLength={80}
          className="min-w-0 flex-1 basis-40"
        />
        <SubmitButton variant="outline" icon={<Search aria-hidden size={18} />}>
          {t("search")}
        </SubmitButton>
      </form>
    </search>
  );
}
