import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { FormProblem } from "@/components/forms/form-problem";
import type { SendingForm } from "@/components/forms/use-sending-form";
import { Checkbox } from "@/components/ui/checkbox";
import { RadioCards } from "@/components/ui/radio-cards";
import { SubmitButton } from "@/components/ui/submit-button";
import { LEAVE_MODES, type LeaveMode } from "@/lib/leaving/kinds";

interface WayOutFormProps {
  sending: SendingForm;
  legend: string;
  /** The words for each way. */
  words: (mode: LeaveMode) => { label: string; hint: string };
  /** The way that is chosen at first. */
  usual: LeaveMode;
  /** What is ticked: the question asked once. */
  sure: string;
  submit: string;
  /** What else is asked, between the choice and the tick. */
  children?: ReactNode;
}

/** Chooses what becomes of what one made, and goes. Works before scripts arrive. */
export function WayOutForm(props: WayOutFormProps) {
  const { sending, legend, words, usual, sure, submit, children } = props;
  const { formProps, error, busy, value } = sending;
  return (
    <ActionForm {...formProps} className="grid grid-cols-1 gap-6">
      <FormProblem error={error} />
      <RadioCards
        name="mode"
        legend={legend}
        options={LEAVE_MODES.map((mode) => ({ value: mode, ...words(mode) }))}
        defaultValue={value("mode", usual)}
        error={error?.fields?.mode}
      />
      {children}
      <Checkbox name="sure" required label={sure} aria-invalid={error?.fields?.sure ? true : undefined} />
      <div>
        <SubmitButton
          variant="danger"
          size="lg"
          busy={busy}
          className="h-auto! min-h-12 max-w-full whitespace-normal! py-2"
        >
          {submit}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
