import { useTranslations } from "next-intl";
import { buttonClasses } from "@/components/ui/button-classes";
import { IslandMark } from "@/components/ui/island-mark";
import { accentStyle } from "@/lib/branding/accent";

interface AccentPreviewProps {
  id: string;
  name: string;
  accent: string;
}

/** What becomes of a colour by day and by night. */
export function AccentPreview({ id, name, accent }: AccentPreviewProps) {
  const t = useTranslations("settings");
  return (
    <section aria-label={t("preview")} className="grid gap-3 sm:grid-cols-2">
      {(["light", "dark"] as const).map((theme) => (
        <div
          key={theme}
          data-theme={theme}
          style={accentStyle(accent)}
          className="overflow-hidden rounded-surface border border-line bg-surface text-ink"
        >
          <div className="chart-edge" />
          <div className="flex items-center gap-3 px-4 pt-4">
            <IslandMark id={id} size={34} />
            <p dir="auto" className="min-w-0 truncate font-serif text-[1.1875rem] font-medium tracking-title">
              {name}
            </p>
          </div>
          <div className="flex flex-wrap items-center gap-3 p-4">
            <span className={buttonClasses({ variant: "primary", size: "sm" })}>{t("previewButton")}</span>
            <span className="rounded-full border border-accent-line bg-accent-soft px-2.5 py-0.5 text-sm text-accent">
              {t("previewChip")}
            </span>
            <span className="text-accent underline underline-offset-2">{t("previewLink")}</span>
          </div>
        </div>
      ))}
    </section>
  );
}
