"use client";

import { useTranslations } from "next-intl";
import { useTenant } from "@/components/providers/tenant-provider";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { canInTenant } from "@/lib/auth/permissions";
import { KINDS } from "@/lib/posts/limits";

interface KindFieldProps {
  kind: string;
  onChange: (kind: string) => void;
  error?: string;
}

/** What a post is. Announcing is for those who look after the community. */
export function KindField({ kind, onChange, error }: KindFieldProps) {
  const t = useTranslations("post.compose");
  const types = useTranslations("feed.type");
  const role = useTenant()?.role ?? null;
  const membership = role && ({ role, status: "active" } as const);
  const announces = canInTenant({ signedIn: true, membership }, "post.announce");
  return (
    <Field name="kind" label={t("kind")} error={error}>
      {(control) => (
        <Select {...control} value={kind} onChange={(event) => onChange(event.target.value)}>
          {KINDS.filter((known) => known !== "announcement" || announces || kind === known).map((known) => (
            <option key={known} value={known}>
              {types(known)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
