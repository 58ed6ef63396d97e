import { useTranslations } from "next-intl";
import { ActionButtonForm } from "@/components/auth/action-button-form";
import { Moment } from "@/components/posts/moment";
import { Badge } from "@/components/ui/badge";
import { Monitor } from "@/components/ui/icons";
import { IslandMark } from "@/components/ui/island-mark";
import { readDevice } from "@/lib/auth/devices";
import type { HostSession, SessionList as Sessions } from "@/lib/auth/schemas";
import { accentStyle } from "@/lib/branding/accent";

interface SessionListProps {
  sessions: Sessions;
  /** `User-Agent` of this very request. */
  agent: string | null;
  now: number;
}

/** Every sign-in with the hosts it was carried to; this browser's own first. */
export function SessionList({ sessions, agent, now }: SessionListProps) {
  const ordered = [...sessions.network].sort((one, other) => Number(other.current) - Number(one.current));
  return (
    <ul className="grid gap-8">
      {ordered.map((session) => (
        <SignIn
          key={session.id}
          session={session}
          agent={session.current ? agent : null}
          hosts={sessions.hosts.filter(({ auth_session_id }) => auth_session_id === session.id)}
          now={now}
        />
      ))}
    </ul>
  );
}

interface SignInProps {
  session: Sessions["network"][number];
  /** `User-Agent` where no host session tells it. */
  agent: string | null;
  hosts: readonly HostSession[];
  now: number;
}

function SignIn({ session, agent, hosts, now }: SignInProps) {
  const t = useTranslations("account");
  const device = readDevice(agent ?? hosts[0]?.user_agent ?? null);
  return (
    <li className="grid gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line-strong pb-3">
        <Monitor aria-hidden size={20} className="text-ink-muted" />
        <div className="min-w-0 flex-1">
          <h2 className="flex flex-wrap items-center gap-2 font-medium">
            {device ? t("device", { ...device }) : t("networkLabel")}
            {session.current ? <Badge tone="accent">{t("thisOne")}</Badge> : null}
          </h2>
          <p className="text-sm text-ink-muted">
            {t.rich("sinceWhen", { when: () => <Moment value={session.created_at} now={now} /> })}
          </p>
        </div>
        <ActionButtonForm action="endOneSession" fields={{ kind: "network", id: session.id }} size="sm">
          {t("endBrowser")}
        </ActionButtonForm>
      </div>
      {hosts.length === 0 ? (
        <p className="py-2 text-sm text-ink-muted">{t("carriedToNone")}</p>
      ) : (
        <ul aria-label={t("carriedTo")}>
          {hosts.map((host) => (
            <Host key={host.id} session={host} now={now} />
          ))}
        </ul>
      )}
    </li>
  );
}

function Host({ session, now }: { session: HostSession; now: number }) {
  const t = useTranslations("account");
  const { community, host } = session;
  return (
    <li className="flex items-center gap-3 border-b border-line py-3 ps-8">
      {community ? <IslandMark id={community.id} style={accentStyle(community.accent)} size={28} /> : null}
      <div className="min-w-0 flex-1">
        <p lang={community?.locale} dir="auto" className="truncate [text-align:match-parent] font-medium">
          <bdi>{community?.name ?? t("staffHost")}</bdi>
        </p>
        <p className="flex flex-wrap gap-x-2 text-sm text-ink-muted">
          <bdi dir="ltr" className="[overflow-wrap:anywhere]">
            {host}
          </bdi>
          <span>
            {t.rich("lastSeenWhen", { when: () => <Moment value={session.last_seen_at} now={now} /> })}
          </span>
        </p>
      </div>
      <ActionButtonForm
        action="endOneSession"
        fields={{ kind: "host", id: session.id }}
        size="sm"
        aria-label={t("endOneLabel", { host })}
      >
        {t("endOne")}
      </ActionButtonForm>
    </li>
  );
}
