"use client";

import { useTranslations } from "next-intl";
import { useSendingForm } from "@/components/forms/use-sending-form";
import { leaveWithAction } from "@/lib/leaving/actions";
import { WayOutForm } from "./way-out-form";

/** Leaves a community. */
export function LeaveForm({ tenant, name }: { tenant: string; name: string }) {
  const t = useTranslations("leaving.form");
  return (
    <WayOutForm
      sending={useSendingForm(leaveWithAction)}
      legend={t("legend")}
      words={(mode) => ({ label: t(`modes.${mode}`), hint: t(`hints.${mode}`) })}
      usual="keep"
      sure={t("sure", { name })}
      submit={t("leave", { name })}
    >
      <input type="hidden" name="tenant" value={tenant} />
    </WayOutForm>
  );
}
