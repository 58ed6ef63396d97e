"use client";

import { useTranslations } from "next-intl";
import { type SubmitEvent, Suspense, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { late } from "@/components/ui/late";
import { toast } from "@/components/ui/toast";
import { revokeShareHereAction } from "@/lib/sharing/actions";

interface TakeOutDialogProps {
  /** The grant by which the post stands here. */
  share: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onTakenOut: () => void;
}

const FORM_ID = "take-out";

const TakeOutReason = late(async () => (await import("./take-out-reason")).TakeOutReason);

/** Asks once, and why, before a moderator takes a post of another community out of theirs. */
export function TakeOutDialog({ share, open, onOpenChange, onTakenOut }: TakeOutDialogProps) {
  const t = useTranslations("feed");
  const [busy, setBusy] = useState(false);
  const takeOut = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = new FormData(event.currentTarget).get("reason");
    setBusy(true);
    const answer = await revokeShareHereAction({ share, reason: typeof reason === "string" ? reason : "" });
    setBusy(false);
    if (!answer.ok) {
      toast.error(answer.error.message);
      return;
    }
    onOpenChange(false);
    toast.success(t("takenOut"));
    onTakenOut();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("takeOutTitle")}
      description={t("takeOutText")}
      closeLabel={t("cancel")}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{t("cancel")}</Button>
          <Button type="submit" form={FORM_ID} variant="danger" busy={busy}>
            {t("takeOut")}
          </Button>
        </>
      }
    >
      <form id={FORM_ID} onSubmit={takeOut}>
        <Suspense>
          <TakeOutReason />
        </Suspense>
      </form>
    </Dialog>
  );
}
