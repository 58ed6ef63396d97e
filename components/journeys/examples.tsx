import { useTranslations } from "next-intl";
import { IslandMark } from "@/components/ui/island-mark";
import { EXAMPLES } from "@/lib/journeys/example-plans";
import { ExampleForm } from "./example-form";

/** Where nothing is planned yet: three journeys to begin with and change. */
export function Examples({ zone }: { zone: string | null }) {
  const t = useTranslations("journeys");
  const texts = useTranslations("examples");
  return (
    <section aria-labelledby="examples" className="grid grid-cols-1 gap-4">
      <div className="grid gap-1">
        <h2 id="examples" className="font-serif text-title tracking-title">
          {t("examples.title")}
        </h2>
        <p className="text-ink-muted">{t("examples.text")}</p>
      </div>
      <ul className="grid grid-cols-1 gap-4 sm:grid-cols-3">
        {EXAMPLES.map(({ name, activities }) => (
          <li
            key={name}
            className="grid content-between justify-items-start gap-3 rounded-surface border border-line p-4"
          >
            <div className="grid gap-2">
              <IslandMark id={`example-${name}`} variant="chart" size={64} />
              <h3 className="font-serif text-title-sm tracking-title">{texts(`${name}.title`)}</h3>
              <p className="text-sm text-ink-muted">{texts(`${name}.text`)}</p>
              <p className="text-sm text-ink-muted">{t("activities", { count: activities.length })}</p>
            </div>
            <ExampleForm example={name} zone={zone} />
          </li>
        ))}
      </ul>
    </section>
  );
}
