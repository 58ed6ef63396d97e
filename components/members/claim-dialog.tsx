"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Moment } from "@/components/posts/moment";
import { Button } from "@/components/ui/button";
import { CopyField } from "@/components/ui/copy-field";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { offerClaimAction } from "@/lib/memberships/actions";

interface ClaimDialogProps {
  member: { id: string; name: string };
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Makes the link by which the real person takes over what an archive brought. It is shown once. */
export function ClaimDialog({ member, open, onOpenChange }: ClaimDialogProps) {
  const t = useTranslations("members");
  const [busy, setBusy] = useState(false);
  const [link, setLink] = useState<{ url: string; until: string } | null>(null);
  const make = async () => {
    setBusy(true);
    const answer = await offerClaimAction({ userId: member.id });
    setBusy(false);
    if (answer.ok) setLink(answer.data);
    else toast.error(answer.error.message);
  };
  const close = (next: boolean) => {
    if (!next) setLink(null);
    onOpenChange(next);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={close}
      title={t("claimTitle", { name: member.name })}
      description={t("claimText", { name: member.name })}
      closeLabel={t("close")}
      footer={
        link ? (
          <Button onClick={() => close(false)}>{t("close")}</Button>
        ) : (
          <>
            <Button onClick={() => close(false)}>{t("cancel")}</Button>
            <Button variant="primary" busy={busy} onClick={make}>
              {t("claimMake")}
            </Button>
          </>
        )
      }
    >
      {link ? <ShownLink {...link} /> : <p className="text-sm text-ink-muted">{t("claimOnce")}</p>}
    </Dialog>
  );
}

function ShownLink({ url, until }: { url: string; until: string }) {
  const t = useTranslations("members");
  return (
    <CopyField
      name="claim_link"
      label={t("claimLink")}
      hint={t.rich("claimShown", { when: () => <Moment value={until} /> })}
      value={url}
      copyLabel={t("copy")}
      copied={t("copied")}
      failed={t("copyFailed")}
      autoFocus
    />
  );
}
