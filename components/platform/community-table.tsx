import { useTranslations } from "next-intl";
import { Moment } from "@/components/posts/moment";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Count } from "@/components/ui/count";
import { IslandMark } from "@/components/ui/island-mark";
import { accentStyle } from "@/lib/branding/accent";
import type { PlatformCommunity } from "@/lib/platform/schemas";
import { communityUrl } from "@/lib/tenancy/links";
import { StatusDialog } from "./status-dialog";

const TONES: Record<PlatformCommunity["status"], BadgeTone> = {
  active: "ok",
  suspended: "danger",
  moving: "warn",
  deleted: "neutral",
};

const COLUMNS = ["community", "status", "privacy", "members", "posts", "tier", "region", "created"] as const;
const NUMBERS: ReadonlySet<string> = new Set(["members", "posts"]);

interface CommunityTableProps {
  communities: readonly PlatformCommunity[];
  /** Whether this person may suspend and restore. */
  mayChange: boolean;
}

/** Every community in a row: state, size, place. Scrolls sideways where there is no room. */
export function CommunityTable({ communities, mayChange }: CommunityTableProps) {
  const t = useTranslations("platform");
  return (
    <section aria-label={t("title")} className="relative -mx-4 overflow-x-auto px-4 sm:mx-0 sm:px-0">
      <table className="w-full min-w-[56rem] text-[0.9375rem]">
        <thead>
          <tr className="border-b border-line-strong text-start text-sm text-ink-muted">
            {COLUMNS.map((column) => (
              <th
                key={column}
                scope="col"
                className={`py-2 pe-4 font-medium ${NUMBERS.has(column) ? "text-end" : "text-start"}`}
              >
                {t(column)}
              </th>
            ))}
            {mayChange ? (
              <th scope="col" className="py-2 text-end">
                <span className="sr-only">{t("actions")}</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {communities.map((community) => (
            <Row key={community.id} community={community} mayChange={mayChange} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ community, mayChange }: { community: PlatformCommunity; mayChange: boolean }) {
  const t = useTranslations("platform");
  const { id, name, slug, domain, status, privacy } = community;
  const cell = "py-3 pe-4 align-middle";
  return (
    <tr className="border-b border-line">
      <th scope="row" className={`${cell} text-start font-normal`}>
        <span className="flex items-center gap-3">
          <IslandMark id={id} style={accentStyle(community.accent)} size={32} />
          <span className="grid min-w-0">
            <span
              lang={community.locale}
              dir="auto"
              className="truncate [text-align:match-parent] font-medium"
            >
              <bdi>{name}</bdi>
            </span>
            <a
              href={communityUrl({ slug, domain })}
              dir="ltr"
              className="truncate text-start text-sm text-ink-muted hover:text-accent"
            >
              {domain ?? slug}
            </a>
          </span>
        </span>
      </th>
      <td className={cell}>
        <Badge tone={TONES[status]}>{t(`statuses.${status}`)}</Badge>
      </td>
      <td className={cell}>{t(`privacies.${privacy}`)}</td>
      <td className={`${cell} text-end`}>
        <Count value={community.member_count} />
      </td>
      <td className={`${cell} text-end`}>
        <Count value={community.post_count} />
      </td>
      <td className={cell}>{community.tier}</td>
      <td className={cell}>{community.region}</td>
      <td className={`${cell} whitespace-nowrap`}>
        <Moment value={community.created_at} />
      </td>
      {mayChange ? (
        <td className="py-3 text-end align-middle">
          {status === "active" || status === "suspended" ? <StatusDialog community={community} /> : null}
        </td>
      ) : null}
    </tr>
  );
}
