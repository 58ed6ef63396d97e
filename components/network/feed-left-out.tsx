import { useFormatter, useTranslations } from "next-intl";
import { BellOff } from "@/components/ui/icons";
import { Notice } from "@/components/ui/notice";
import { endOfMute } from "@/lib/feed/mutes";
import type { MissingCommunity } from "@/lib/feed/unified-schemas";
import { HearAgain } from "./hear-again";

interface FeedLeftOutProps {
  /** Communities that do not answer now. */
  missing: readonly MissingCommunity[];
  /** What one muted oneself, and until when. */
  muted: readonly { id: string; name: string; until: string }[];
}

/** What the feed does not show, each community by name: those that cannot be read now, and those that one muted. */
export function FeedLeftOut({ missing, muted }: FeedLeftOutProps) {
  const t = useTranslations("streams");
  const format = useFormatter();
  const told = (until: string) => {
    const end = endOfMute(until);
    return end === null
      ? t("mutedForGood")
      : t("mutedUntil", {
          until: format.dateTime(new Date(end), { dateStyle: "medium", timeStyle: "short" }),
        });
  };
  return (
    <>
      {missing.length > 0 ? (
        <Notice tone="warn" title={t("missingTitle", { count: missing.length })} className="mb-4">
          <ul>
            {missing.map(({ slug, name, status }) => (
              <li key={slug}>
                <bdi>{name}</bdi>: {t(`missing.${status}`)}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {muted.length > 0 ? (
        <section aria-label={t("mutedTitle")}>
          <ul className="grid text-sm text-ink-muted">
            {muted.map(({ id, name, until }) => (
              <li key={id} className="flex items-center gap-2">
                <BellOff aria-hidden size={16} className="shrink-0" />
                <span className="min-w-0 [overflow-wrap:anywhere]">
                  <bdi className="font-medium text-ink">{name}</bdi> {told(until)}
                </span>
                <HearAgain
                  tenant={id}
                  label={t("hearAgain")}
                  says={t("hearCommunity", { community: name })}
                />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
