import { useTranslations } from "next-intl";
import { Moment } from "@/components/posts/moment";
import { IslandMark } from "@/components/ui/island-mark";
import { accentStyle } from "@/lib/branding/accent";
import { standingOf } from "@/lib/sharing/rules";
import type { SharePanel } from "@/lib/sharing/schemas";
import { RevokeShare } from "./revoke-share";
import { StandingBadge } from "./standing-badge";

/** One community where a post stands, since when and by whom, and the way to take it back. */
export function ShareLine({ share, now }: { share: SharePanel[number]; now: number }) {
  const t = useTranslations("sharing");
  const { by, consented_at, expires_at, since, lane_count } = share;
  const standing = standingOf(share, now);
  const facts = [
    t(`scope.${share.scope}`),
    by && t("panel.by", { name: by }),
    lane_count > 0 && t("panel.lane", { count: lane_count }),
  ].filter(Boolean);
  return (
    <li className="grid grid-cols-1 gap-3 py-4 sm:flex sm:items-start sm:justify-between">
      <div className="flex min-w-0 items-start gap-3">
        <IslandMark
          id={share.in.id}
          logo={share.in.logo_path}
          style={accentStyle(share.in.accent)}
          size={28}
          className="mt-0.5"
        />
        <div className="grid min-w-0 gap-0.5">
          <p className="flex flex-wrap items-center gap-2 font-medium">
            <bdi className="[overflow-wrap:anywhere]">{share.in.name}</bdi>
            <StandingBadge standing={standing} />
          </p>
          <p className="text-sm text-ink-muted">{facts.join(" · ")}</p>
          <p className="flex flex-wrap gap-x-4 text-sm text-ink-muted">
            {since ? <span>{t.rich("panel.since", { when: () => <Moment value={since} /> })}</span> : null}
            {consented_at ? (
              <span>{t.rich("panel.consent", { when: () => <Moment value={consented_at} /> })}</span>
            ) : null}
            {expires_at ? (
              <span>{t.rich("panel.until", { when: () => <Moment value={expires_at} /> })}</span>
            ) : null}
          </p>
        </div>
      </div>
      <RevokeShare share={share.id} from={share.in.name} />
    </li>
  );
}
