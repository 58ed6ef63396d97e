"use client";

import { useTranslations } from "next-intl";
import type { SubmitEvent } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { RadioCards } from "@/components/ui/radio-cards";
import type { Role } from "@/lib/auth/roles";
import type { MemberCard } from "@/lib/memberships/schemas";
import { useMemberChange } from "./use-member-change";

interface RoleDialogProps {
  member: Pick<MemberCard, "id" | "name" | "role">;
  self: boolean;
  /** Those that may be given. */
  roles: readonly Role[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Gives somebody another role. */
export function RoleDialog({ member, self, roles, open, onOpenChange }: RoleDialogProps) {
  const t = useTranslations("members");
  const { busy, change } = useMemberChange();
  const { id, name, role: current } = member;
  const formId = `role-of-${id}`;
  const save = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const chosen = new FormData(event.currentTarget).get("role");
    const role = roles.find((one) => one === chosen);
    if (!role || role === current) return onOpenChange(false);
    if (await change({ userId: id, role }, t("roleSaved", { name, role: t(`role.${role}`) })))
      onOpenChange(false);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("roleTitle", { name })}
      closeLabel={t("close")}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{t("cancel")}</Button>
          <Button variant="primary" type="submit" form={formId} busy={busy}>
            {t("saveRole")}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={save} className="grid gap-4">
        {self ? <Notice tone="warn">{t("stepDown")}</Notice> : null}
        <RadioCards
          name="role"
          legend={t("roleLegend")}
          defaultValue={current}
          options={roles.map((role) => ({
            value: role,
            label: t(`role.${role}`),
            hint: t(`roleHint.${role}`),
          }))}
        />
      </form>
    </Dialog>
  );
}
