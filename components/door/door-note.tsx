import { useTranslations } from "next-intl";
import { DoorOpen } from "@/components/ui/icons";
import { LinkButton } from "@/components/ui/link-button";

const COUNTED_TO = 100;

/** That posts of other communities wait at the door, and the way there. */
export function DoorNote({ count }: { count: number }) {
  const t = useTranslations("door");
  return (
    <section
      aria-label={t("title")}
      className="flex flex-wrap items-center justify-between gap-3 rounded-surface border border-accent-line bg-accent-soft px-4 py-3 sm:px-5"
    >
      <p className="flex items-center gap-2 font-medium">
        <DoorOpen aria-hidden size={20} className="shrink-0 text-accent" />
        {t(count >= COUNTED_TO ? "waitingMany" : "waiting", { count })}
      </p>
      <LinkButton href="/door" size="sm">
        {t("look")}
      </LinkButton>
    </section>
  );
}
