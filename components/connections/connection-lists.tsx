import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Part } from "@/components/settings/part";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { Connection } from "@/lib/connections/schemas";
import { communityUrl } from "@/lib/tenancy/links";
import { AnswerConnection, ConnectionControls, TakeBackRequest } from "./connection-actions";
import { ConnectionRow } from "./connection-row";

interface ConnectionListsProps {
  connections: readonly Connection[];
  timeZone: string;
}

/** Who asks, who is connected, and whom one asked. */
export function ConnectionLists({ connections, timeZone }: ConnectionListsProps) {
  const t = useTranslations("connections");
  const rows = (picked: readonly Connection[], actions: (connection: Connection) => ReactNode) =>
    picked.map((connection) => (
      <ConnectionRow
        key={connection.id}
        connection={connection}
        href={communityUrl(connection)}
        timeZone={timeZone}
        actions={actions(connection)}
      />
    ));
  const asking = connections.filter(({ state, ours }) => state === "proposed" && !ours);
  const asked = connections.filter(({ state, ours }) => state === "proposed" && ours);
  const connected = connections.filter(({ state }) => state === "accepted");
  return (
    <>
      {asking.length > 0 ? (
        <div className="rounded-surface border border-accent-line bg-accent-soft">
          <section aria-labelledby="asking" className="grid gap-1 px-4 pt-4 sm:px-5">
            <h2 id="asking" className="font-serif text-title-sm font-medium tracking-title">
              {t("asking", { count: asking.length })}
            </h2>
            <ul className="divide-y divide-accent-line">
              {rows(asking, ({ id, name }) => (
                <AnswerConnection id={id} name={name} />
              ))}
            </ul>
          </section>
        </div>
      ) : null}
      <Part id="connected" title={t("connected")}>
        {connected.length === 0 ? (
          <EmptyState
            headingLevel={3}
            title={t("nobody")}
            text={t("nobodyText")}
            action={<LinkButton href="#field-slug">{t("nobodyAction")}</LinkButton>}
          />
        ) : (
          <ul className="divide-y divide-line border-y border-line">
            {rows(connected, ({ id, name, paused_here, shares }) => (
              <ConnectionControls id={id} name={name} paused={paused_here} shares={shares ?? 0} />
            ))}
          </ul>
        )}
      </Part>
      {asked.length > 0 ? (
        <Part id="asked" title={t("asked")}>
          <ul className="divide-y divide-line border-y border-line">
            {rows(asked, ({ id, name }) => (
              <TakeBackRequest id={id} name={name} />
            ))}
          </ul>
        </Part>
      ) : null}
    </>
  );
}
