import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import type { LeavePreview } from "@/lib/leaving/schemas";
import { communityUrl } from "@/lib/tenancy/links";

/** Why the only owner cannot go yet, and who could take over. */
export function LastOwner({ preview }: { preview: Pick<LeavePreview, "community" | "heirs"> }) {
  const t = useTranslations("leaving.lastOwner");
  const roles = useTranslations("network.role");
  const { community, heirs } = preview;
  return (
    <Notice
      tone="warn"
      title={t("title", { name: community.name })}
      action={<LinkButton href={communityUrl(community, "/members")}>{t("toMembers")}</LinkButton>}
    >
      <p>{t(heirs.length > 0 ? "text" : "alone")}</p>
      {heirs.length > 0 ? (
        <ul className="mt-3 grid gap-2">
          {heirs.map((heir) => (
            <li key={heir.id} className="flex min-w-0 items-center gap-2">
              <Avatar name={heir.name} path={heir.avatar} size={28} />
              <bdi className="truncate">{heir.name}</bdi>
              {heir.role === "member" ? null : <Badge>{roles(heir.role)}</Badge>}
            </li>
          ))}
        </ul>
      ) : null}
    </Notice>
  );
}
