import { useTranslations } from "next-intl";
import { buttonClasses } from "@/components/ui/button-classes";
import { IslandMark } from "@/components/ui/island-mark";
import { accentStyle } from "@/lib/branding/accent";

interface PreviewProps {
  name: string;
  tagline: string;
  accent: string;
}

/** The head of the new community, by day and by night. */
export function Preview({ name, tagline, accent }: PreviewProps) {
  const t = useTranslations("create");
  return (
    <section aria-label={t("preview")} className="grid gap-3">
      <h2 className="text-sm font-medium">{t("preview")}</h2>
      {(["light", "dark"] as const).map((theme) => (
        <div
          key={theme}
          data-theme={theme}
          style={accentStyle(accent)}
          className="overflow-hidden rounded-surface border border-line bg-surface text-ink"
        >
          <div className="chart-edge" />
          <div className="flex items-center gap-3 p-4">
            <IslandMark id={name || "preview"} size={40} />
            <div className="min-w-0 flex-1">
              <p dir="auto" className="truncate font-serif text-[1.1875rem] font-medium tracking-title">
                {name || t("previewName")}
              </p>
              <p dir="auto" className="truncate text-sm text-ink-muted">
                {tagline || t("previewTagline")}
              </p>
            </div>
            <span className={buttonClasses({ variant: "primary", size: "sm" })}>{t("previewButton")}</span>
          </div>
        </div>
      ))}
    </section>
  );
}
