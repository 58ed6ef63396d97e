"use client";

import { useTranslations } from "next-intl";
import { useTenant } from "@/components/providers/tenant-provider";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { PostWords } from "./post-fields";
import { useAudience } from "./use-audience";

interface AudienceFieldProps {
  words: PostWords;
  change: (patch: Partial<PostWords>) => void;
  error?: string;
  /** The post is for a group, and stays so. */
  group: boolean;
  /** Whether one's own groups can be chosen. */
  groups: boolean;
}

const GROUP = "group:";

/** Who can see a post. */
export function AudienceField({ words, change, group, groups, error }: AudienceFieldProps) {
  const t = useTranslations("post.compose");
  const tenant = useTenant();
  const mine = useAudience({ enabled: groups })?.groups;
  if (group) {
    return (
      <p className="grid content-start gap-1.5 text-sm">
        <span className="font-medium">{t("visibility")}</span>
        {t("group")}
      </p>
    );
  }
  const { visibility, groupId } = words;
  const known = visibility !== "group" || mine === undefined || mine.some(({ id }) => id === groupId);
  const choose = (value: string) => {
    const chosen = value.startsWith(GROUP) ? value.slice(GROUP.length) : "";
    change({ visibility: chosen ? "group" : value, groupId: chosen });
  };
  return (
    <Field name="visibility" label={t("visibility")} error={error} required className="content-start">
      {(control) => (
        <Select
          {...control}
          value={visibility !== "group" ? visibility : known ? GROUP + groupId : ""}
          onChange={(event) => choose(event.target.value)}
        >
          {/* A draft for a group that one has left since: nobody but its writer says who sees it instead. */}
          {known ? null : <option value="">{t("seenBy.choose")}</option>}
          {tenant?.isPublic ? <option value="public">{t("public")}</option> : null}
          <option value="members">{t("members", { name: tenant?.name ?? "" })}</option>
          {visibility === "group" && !mine ? <option value={GROUP + groupId}>{t("group")}</option> : null}
          {mine?.map(({ id, name }) => (
            <option key={id} value={GROUP + id}>
              {t("ofGroup", { name })}
            </option>
          ))}
          <option value="me">{t("me")}</option>
        </Select>
      )}
    </Field>
  );
}
