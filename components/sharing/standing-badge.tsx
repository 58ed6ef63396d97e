import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { Standing } from "@/lib/sharing/rules";

const TONES: Record<Standing, BadgeTone> = {
  live: "ok",
  asked: "warn",
  waiting: "warn",
  expired: "neutral",
  resting: "neutral",
};

/** How a share stands, in a word. */
export function StandingBadge({ standing }: { standing: Standing }) {
  const t = useTranslations("sharing");
  return <Badge tone={TONES[standing]}>{t(`standing.${standing}`)}</Badge>;
}
