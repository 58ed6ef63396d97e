import { useTranslations } from "next-intl";
import { Moment } from "@/components/posts/moment";
import { IslandMark } from "@/components/ui/island-mark";
import { accentStyle } from "@/lib/branding/accent";
import type { SharedPost } from "@/lib/sharing/queries";
import { goPath } from "@/lib/tenants/directory-rules";

interface HomeBadgeProps {
  found: SharedPost;
  /** Name of the community where it is read. */
  community: string;
  /** Origin of the network's host. */
  network: string;
}

/** Where a shared post is at home, who brought it here, since when and until when, and who reads it. */
export function HomeBadge({ found, community, network }: HomeBadgeProps) {
  const t = useTranslations("sharing.here");
  const { post, home, expires_at } = found;
  const { shared } = post;
  // What everybody may read is read at home; of a secret community nothing but its name is known.
  const path = home.open && post.visibility === "public" ? `/p/${post.id}` : "/";
  const name = <bdi className="font-medium text-ink">{shared.home.name}</bdi>;
  return (
    <div className="flex items-start gap-3 rounded-surface border border-line bg-surface-raised p-4">
      <IslandMark id={post.tenant_id} style={accentStyle(shared.home.accent)} size={32} />
      <div className="grid min-w-0 gap-0.5 text-sm text-ink-muted [overflow-wrap:anywhere]">
        <p>
          {t.rich("home", {
            home: () =>
              home.secret ? (
                name
              ) : (
                <a
                  href={`${network}${goPath(shared.home.slug, path)}`}
                  className="underline underline-offset-4"
                >
                  {name}
                </a>
              ),
          })}
        </p>
        <p>
          {t.rich(shared.by ? "broughtBy" : "brought", {
            name: () => <bdi>{shared.by}</bdi>,
            when: () => <Moment value={shared.since} />,
          })}
          {expires_at ? <> {t.rich("until", { when: () => <Moment value={expires_at} /> })}</> : null}
        </p>
        <p>{t("readers", { community })}</p>
        {post.mine ? (
          <p>
            <a href={`${network}/account/sharing`} className="underline underline-offset-4">
              {t("ledger")}
            </a>
          </p>
        ) : null}
      </div>
    </div>
  );
}
