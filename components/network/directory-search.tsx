import { useTranslations } from "next-intl";
import { Search } from "@/components/ui/icons";
import { Input } from "@/components/ui/input";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";

/** Searches the directory by address: it works before scripts arrive and can be shared. */
export function DirectorySearch({ query }: { query: string }) {
  const t = useTranslations("network");
  return (
    <search>
      <form action="/communities" className="flex flex-wrap gap-2">
        <Input
          key={query}
          type="search"
          name="q"
          aria-label={t("searchLabel")}
          placeholder={t("searchPlaceholder")}
          defaultValue={query}
          maxLength={80}
          className="min-w-0 flex-1 basis-40"
        />
        <SubmitButton variant="outline" icon={<Search aria-hidden size={18} />}>
          {t("search")}
        </SubmitButton>
        {query ? (
          <LinkButton href="/communities" variant="quiet">
            {t("clearSearch")}
          </LinkButton>
        ) : null}
      </form>
    </search>
  );
}
