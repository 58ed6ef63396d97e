import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { MyExports } from "@/lib/exports/schemas";
import { formatSize } from "@/lib/exports/size";
import { RequestExport } from "./export-form";

interface ExportChoiceProps {
  mine: MyExports;
  /** Slug of the one community, empty for everything. */
  of: string;
  locale: string;
  /** One is being made: the next waits for it. */
  making: boolean;
}

/** Of what the next export is, how much that would be, and the button that asks for it. */
export function ExportChoice({ mine, of, locale, making }: ExportChoiceProps) {
  const t = useTranslations("exports");
  const { communities, estimate } = mine;
  return (
    <section aria-labelledby="next" className="grid grid-cols-1 gap-4">
      <h2 id="next" className="font-serif text-title-sm font-medium tracking-title">
        {t("next")}
      </h2>
      <form action="/account/exports" className="flex flex-wrap items-end gap-3">
        <Field name="of" label={t("of")} className="min-w-0 flex-1 basis-60">
          {(control) => (
            <Select {...control} defaultValue={of}>
              <option value="">{t("whole")}</option>
              {communities.map(({ slug, name }) => (
                <option key={slug} value={slug}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Button type="submit">{t("look")}</Button>
      </form>
      <p>
        {t("estimate", {
          texts: estimate.texts,
          pictures: estimate.pictures,
          // Its pages alone are that much.
          size: formatSize(Math.max(estimate.bytes, 1000), locale),
        })}
      </p>
      {making ? <p className="text-ink-muted">{t("making")}</p> : <RequestExport of={of} />}
    </section>
  );
}
