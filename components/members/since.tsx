import { useLocale, useTranslations } from "next-intl";
import { Time } from "@/components/ui/time";

interface SinceProps {
  what: "joined" | "asked" | "invited";
  /** ISO 8601. */
  value: string;
  /** Zone of the community. */
  timeZone: string;
}

/** Since when somebody belongs, or when they asked or were asked, by the community's own calendar. */
export function Since({ what, value, timeZone }: SinceProps) {
  const t = useTranslations("members");
  const locale = useLocale();
  return t.rich(what, { when: () => <Time value={value} locale={locale} timeZone={timeZone} /> });
}
