import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { IslandMark } from "@/components/ui/island-mark";
import { Time } from "@/components/ui/time";
import { accentStyle } from "@/lib/branding/accent";
import type { Connection } from "@/lib/connections/schemas";

interface ConnectionRowProps {
  connection: Connection;
  /** Address of the other community. */
  href: string;
  /** Zone of the community whose page this is. */
  timeZone: string;
  actions: ReactNode;
}

/** A community on the other side, what holds between the two, and what can be done about it. */
export function ConnectionRow({ connection, href, timeZone, actions }: ConnectionRowProps) {
  const t = useTranslations("connections");
  const { id, name, accent, logo_path: logo, direction, scope, message, state, ours } = connection;
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-3 py-5">
      <span style={accentStyle(accent)}>
        <IslandMark id={id} logo={logo} size={44} />
      </span>
      <div className="grid min-w-0 gap-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <a href={href} className="min-w-0 font-medium hover:text-accent [overflow-wrap:anywhere]">
            <bdi>{name}</bdi>
          </a>
          <Pauses connection={connection} />
        </p>
        <p className="text-sm text-ink-muted">
          <Since connection={connection} timeZone={timeZone} />
        </p>
        <p className="max-w-measure text-[0.9375rem]">
          {t(`direction.${direction}`, { name })} {t(`scope.${scope}`)}
        </p>
        {message && state === "proposed" ? (
          <blockquote
            dir="auto"
            className="mt-1 max-w-measure border-s-2 border-line-strong ps-3 text-[0.9375rem] [overflow-wrap:anywhere]"
          >
            <span className="sr-only">{t(ours ? "messageOurs" : "messageTheirs")} </span>
            {message}
          </blockquote>
        ) : null}
      </div>
      <div className="col-span-full sm:col-start-2">{actions}</div>
    </li>
  );
}

function Since({ connection, timeZone }: Pick<ConnectionRowProps, "connection" | "timeZone">) {
  const t = useTranslations("connections");
  const locale = useLocale();
  const { state, ours, since, name } = connection;
  const when = () => <Time value={since} locale={locale} timeZone={timeZone} />;
  if (state === "accepted") return t.rich("sinceConnected", { when });
  return t.rich(ours ? "sinceAsked" : "sinceAsks", { name, when });
}

function Pauses({ connection }: Pick<ConnectionRowProps, "connection">) {
  const t = useTranslations("connections");
  const { paused_here: here, paused_there: there, name } = connection;
  if (!here && !there) return null;
  return (
    <Badge tone="warn">
      {here && there ? t("pausedBoth") : here ? t("pausedHere") : t("pausedThere", { name })}
    </Badge>
  );
}
