"use client";

import { useTranslations } from "next-intl";
import { useTenant } from "@/components/providers/tenant-provider";
import { IslandMark } from "@/components/ui/island-mark";
import { MentionNote } from "./mention-note";
import { useAudience } from "./use-audience";

interface AudienceLineProps {
  visibility: string;
  /** The group that somebody writes to. */
  group?: string;
  /** The post that is edited. */
  post?: string;
  body: string;
}

/** Where this goes and who can see it there, in words, with the mark of the community. */
export function AudienceLine({ visibility, group, post, body }: AudienceLineProps) {
  const t = useTranslations("post.compose.seenBy");
  const tenant = useTenant();
  const audience = useAudience({ group, post });
  if (!tenant) return null;
  const { name } = tenant;
  const words = () => {
    if (visibility === "public") return t("everyone");
    if (visibility === "me") return t("me");
    if (visibility === "members")
      return audience ? t("members", { count: audience.members }) : t("allMembers");
    const readers = audience?.groups.find(({ id }) => id === audience.group);
    return readers ? t("group", { count: readers.members, name: readers.name }) : t("someGroup");
  };
  return (
    <div className="grid min-w-0 gap-1">
      <p className="flex min-w-0 items-center gap-2.5 text-sm">
        <IslandMark id={tenant.id} logo={tenant.logo} size={28} />
        <span className="grid min-w-0">
          <span className="truncate font-semibold">
            <bdi>{name}</bdi>
          </span>
          <span className="text-ink-muted [overflow-wrap:anywhere]" aria-live="polite">
            {words()}
          </span>
        </span>
      </p>
      <MentionNote body={body} visibility={visibility} group={group} post={post} />
    </div>
  );
}
