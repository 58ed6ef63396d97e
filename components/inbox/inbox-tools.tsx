import { useTranslations } from "next-intl";
import { Moment } from "@/components/posts/moment";
import { BellOff, Check } from "@/components/ui/icons";
import { MUTE_SPANS } from "@/lib/feed/mutes";
import { type InboxCommunity, type InboxPersonal, NETWORK_ITSELF } from "@/lib/inbox/schemas";
import { NoticeForm } from "./notice-form";

interface InboxToolsProps {
  /** A community, or null for journeys, which belong to none. */
  community: InboxCommunity | null;
  state: InboxPersonal;
  until: string;
}

/** What can be done with all notifications of a community, or of journeys: read them, hear nothing for a while. */
export function InboxTools({ community, state, until }: InboxToolsProps) {
  const t = useTranslations("inbox");
  const { unread, muted_until: muted } = state;
  const id = community?.id ?? NETWORK_ITSELF;
  return (
    <section
      aria-label={community ? t("toolsLabel", { name: community.name }) : t("journeys.toolsLabel")}
      className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-3 rounded-surface border border-line px-4 py-3 text-sm"
    >
      {muted === null ? (
        <p className="flex items-center gap-2 text-ink-muted">
          <BellOff aria-hidden size={18} />
          {t(community ? "mute" : "journeys.mute")}
        </p>
      ) : (
        <p className="flex items-center gap-2">
          <BellOff aria-hidden size={18} className="text-ink-muted" />
          <span>
            {muted === "infinity"
              ? t(community ? "mutedForGood" : "journeys.mutedForGood")
              : t.rich(community ? "mutedUntil" : "journeys.mutedUntil", {
                  when: () => <Moment value={muted} style="datetime" />,
                })}
          </span>
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {muted === null ? (
          MUTE_SPANS.map((span) => (
            <NoticeForm key={span} action="mute" fields={{ community: id, span }}>
              {t(`spans.${span}`)}
            </NoticeForm>
          ))
        ) : (
          <NoticeForm action="mute" fields={{ community: id }}>
            {t("unmute")}
          </NoticeForm>
        )}
      </div>
      {community ? <p className="w-full text-ink-muted sm:order-last">{t("feedApart")}</p> : null}
      {unread > 0 ? (
        <div className="sm:ms-auto">
          <NoticeForm action="read" fields={{ community: id, until }} icon={<Check aria-hidden size={18} />}>
            {t("readAllHere")}
          </NoticeForm>
        </div>
      ) : null}
    </section>
  );
}
