import { useTranslations } from "next-intl";
import { IslandMark } from "@/components/ui/island-mark";
import { accentStyle } from "@/lib/branding/accent";
import { excerpt } from "@/lib/markdown/excerpt";
import type { SharePlace } from "@/lib/sharing/schemas";

const LEAD_LENGTH = 180;

interface SharedThingProps {
  title: string | null;
  /** Beginning of its Markdown. */
  lead: string;
  author: string;
  home: SharePlace;
}

/** The post that sharing is about: what it says, who wrote it, where it is at home. */
export function SharedThing({ title, lead, author, home }: SharedThingProps) {
  const t = useTranslations("sharing.page");
  return (
    <section aria-label={t("thing")} className="flex items-start gap-4 border-y border-line py-4">
      <IslandMark id={home.id} logo={home.logo_path} style={accentStyle(home.accent)} size={44} />
      <div className="grid min-w-0 gap-1">
        <p
          dir="auto"
          className={
            title === null
              ? "[overflow-wrap:anywhere]"
              : "font-serif text-title-sm font-medium tracking-title [overflow-wrap:anywhere]"
          }
        >
          {title ?? excerpt(lead, LEAD_LENGTH)}
        </p>
        <p className="text-sm text-ink-muted">
          {t.rich("thingOf", { author: () => <bdi>{author}</bdi>, home: () => <bdi>{home.name}</bdi> })}
        </p>
      </div>
    </section>
  );
}
