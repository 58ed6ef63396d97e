"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { ActionProblem } from "@/components/forms/action-problem";
import { useSendingForm } from "@/components/forms/use-sending-form";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { SubmitButton } from "@/components/ui/submit-button";
import type { CompanionRole } from "@/lib/journeys/choices";
import { leaveJourneyAction, setCompanionAction } from "@/lib/journeys/company-actions";
import type { JourneyPage } from "@/lib/journeys/schemas";
import { InviteByName, InvitedPeople } from "./invite-by-name";
import { InviteForm, Invites } from "./invite-part";
import { RoleSelect, roleNamed } from "./role-select";
import { useDoing } from "./use-doing";

interface PeopleDialogProps {
  page: JourneyPage;
  onClose: () => void;
}

/** Who is on a journey and as what; its owner invites others by name or by a link, and takes them off again. */
export function PeopleDialog({ page, onClose }: PeopleDialogProps) {
  const t = useTranslations("journeys");
  const { journey, people, invites } = page;
  const mine = journey.role === "owner";
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t("people.title")}
      description={t(mine ? "people.textOwner" : "people.text")}
      closeLabel={t("close")}
    >
      <ul className="grid gap-3">
        {people.map((person) => (
          <Person key={person.id} journey={journey.id} person={person} mine={mine} />
        ))}
      </ul>
      {mine ? (
        <>
          <InvitedPeople page={page} />
          <InviteByName page={page} />
          <InviteForm journey={journey.id} />
          <Invites journey={journey.id} invites={invites ?? []} />
        </>
      ) : (
        <LeaveForm journey={journey.id} />
      )}
    </Dialog>
  );
}

interface PersonProps {
  journey: string;
  person: JourneyPage["people"][number];
  mine: boolean;
}

function Person({ journey, person, mine }: PersonProps) {
  const t = useTranslations("journeys");
  const { pending, run } = useDoing();
  const set = (role?: CompanionRole) => run(() => setCompanionAction({ journey, person: person.id, role }));
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <Avatar name={person.name} path={person.avatar} size={32} />
      <bdi className="min-w-32 flex-1 [overflow-wrap:anywhere]">{person.name}</bdi>
      {mine && person.role !== "owner" ? (
        <>
          <span className="w-36">
            <RoleSelect
              aria-label={t("people.roleOf", { name: person.name })}
              value={person.role}
              disabled={pending}
              onChange={(event) => set(roleNamed(event.target.value))}
            />
          </span>
          <Button
            size="sm"
            busy={pending}
            aria-label={t("people.removeName", { name: person.name })}
            onClick={() => set()}
          >
            {t("people.remove")}
          </Button>
        </>
      ) : (
        <span className="text-sm text-ink-muted">{t(`role.${person.role}`)}</span>
      )}
    </li>
  );
}

function LeaveForm({ journey }: { journey: string }) {
  const t = useTranslations("journeys");
  const { formProps, error, busy } = useSendingForm(leaveJourneyAction);
  return (
    <ActionForm {...formProps} className="border-t border-line pt-4">
      <input type="hidden" name="journey" value={journey} />
      <SubmitButton variant="danger" busy={busy}>
        {t("people.leave")}
      </SubmitButton>
      <ActionProblem error={error} />
    </ActionForm>
  );
}
