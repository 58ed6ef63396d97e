import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Select } from "@/components/ui/select";
import { COMPANION_ROLES, type CompanionRole } from "@/lib/journeys/choices";

/** As what somebody comes along. */
export function RoleSelect(props: ComponentProps<typeof Select>) {
  const t = useTranslations("journeys");
  return (
    <Select {...props}>
      {COMPANION_ROLES.map((role) => (
        <option key={role} value={role}>
          {t(`role.${role}`)}
        </option>
      ))}
    </Select>
  );
}

/** The role of that name; nothing where there is none. */
export function roleNamed(name: unknown): CompanionRole | undefined {
  return COMPANION_ROLES.find((role) => role === name);
}
