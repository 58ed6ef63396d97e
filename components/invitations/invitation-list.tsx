import { useTranslations } from "next-intl";
import { Moment } from "@/components/posts/moment";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/load-more";
import { encodeCursor } from "@/lib/feed/cursor";
import type { Invitation, InvitationPage } from "@/lib/invitations/schemas";
import { RevokeForm } from "./revoke-form";

const PATH = "/members/invitations";

/** The links that still let people in, newest first. */
export function InvitationList({ page, first }: { page: InvitationPage; first: boolean }) {
  const t = useTranslations("invitations");
  if (page.items.length === 0) return <EmptyState title={t("none")} text={t("noneText")} headingLevel={3} />;
  return (
    <div>
      <ul className="divide-y divide-line border-y border-line">
        {page.items.map((invitation) => (
          <Row key={invitation.id} invitation={invitation} />
        ))}
      </ul>
      <Pager
        label={t("pages")}
        newer={first ? undefined : { href: PATH, label: t("newer") }}
        older={
          page.next
            ? {
                href: `${PATH}?${new URLSearchParams({ after: encodeCursor(page.next) })}`,
                label: t("older"),
              }
            : undefined
        }
      />
    </div>
  );
}

function Row({ invitation }: { invitation: Invitation }) {
  const t = useTranslations("invitations");
  const { id, role, uses, max_uses, personal, by, works } = invitation;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-4">
      <div className="grid min-w-0 flex-1 basis-60 gap-1">
        <p className="flex flex-wrap items-center gap-2 font-medium" data-figures>
          {personal ? t("personal") : t("used", { uses, most: max_uses })}
          {role === "member" ? null : <Badge tone="accent">{t(`roles.${role}`)}</Badge>}
          {works ? null : <Badge>{t("asleep")}</Badge>}
        </p>
        <p className="text-sm text-ink-muted">
          {t.rich("madeBy", {
            name: () => <bdi>{by}</bdi>,
            when: () => <Moment value={invitation.created_at} />,
          })}{" "}
          {t.rich("until", { when: () => <Moment value={invitation.expires_at} /> })}
        </p>
      </div>
      <RevokeForm id={id} />
    </li>
  );
}
