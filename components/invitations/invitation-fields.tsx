"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { DAYS, type InvitedRole } from "@/lib/invitations/choices";

interface InvitationFieldsProps {
  /** What tells the fields of this form from those of another on the page. */
  id: string;
  /** The roles that this person may give. */
  roles: readonly InvitedRole[];
}

/** As what one comes in, and how long a link works. */
export function InvitationFields({ id, roles }: InvitationFieldsProps) {
  const t = useTranslations("invitations");
  return (
    <>
      <Field name="days" id={`${id}-days`} label={t("days")}>
        {(control) => (
          <Select {...control} defaultValue={7}>
            {DAYS.map((days) => (
              <option key={days} value={days}>
                {t("daysOption", { days })}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field name="role" id={`${id}-role`} label={t("role")}>
        {(control) => (
          <Select {...control} defaultValue="member">
            {roles.map((role) => (
              <option key={role} value={role}>
                {t(`roles.${role}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </>
  );
}
