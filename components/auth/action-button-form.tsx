"use client";

import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { FormProblem } from "@/components/forms/form-problem";
import { useSendingForm } from "@/components/forms/use-sending-form";
import type { ButtonLook } from "@/components/ui/button-classes";
import { SubmitButton } from "@/components/ui/submit-button";
import {
  endEverywhereAction,
  endOneSessionAction,
  endSessionAction,
  endStaffSessionAction,
  signOutAction,
  signOutEverywhereAction,
  switchAccountAction,
} from "@/lib/auth/actions";
import { forgetDrafts } from "@/lib/drafts/drafts";

const ACTIONS = {
  signOut: signOutAction,
  signOutEverywhere: signOutEverywhereAction,
  switchAccount: switchAccountAction,
  endOneSession: endOneSessionAction,
  endSession: endSessionAction,
  endEverywhere: endEverywhereAction,
  endStaffSession: endStaffSessionAction,
} as const;

interface ActionButtonFormProps extends ButtonLook {
  action: keyof typeof ACTIONS;
  /** Hidden fields. */
  fields?: Readonly<Record<string, string>>;
  icon?: ReactNode;
  /** Where the label alone does not name the thing. */
  "aria-label"?: string;
  children: ReactNode;
}

/** A form that is one button: signing out in its several ways. Works before scripts arrive. */
export function ActionButtonForm({ action, fields = {}, children, ...look }: ActionButtonFormProps) {
  const { formProps, error, busy } = useSendingForm(
    ACTIONS[action],
    action === "endOneSession" ? undefined : forgetDrafts,
  );
  return (
    <ActionForm {...formProps} className="grid gap-3">
      <FormProblem error={error} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton variant="outline" {...look} busy={busy}>
        {children}
      </SubmitButton>
    </ActionForm>
  );
}
