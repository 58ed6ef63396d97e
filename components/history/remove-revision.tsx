"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { useAwake } from "@/components/ui/use-awake";
import { removeRevisionAction } from "@/lib/posts/actions";

/** Takes the text of an earlier version away, after asking once. */
export function RemoveRevision({ id }: { id: string }) {
  const t = useTranslations("post.history");
  const awake = useAwake();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const remove = async () => {
    setBusy(true);
    const answer = await removeRevisionAction({ id });
    setBusy(false);
    if (!answer.ok) {
      toast.error(answer.error.message);
      return;
    }
    setOpen(false);
    toast.success(t("removedNow"));
  };
  return (
    <>
      <Button size="sm" variant="quiet" disabled={!awake} onClick={() => setOpen(true)}>
        {t("remove")}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={t("removeTitle")}
        description={t("removeNote")}
        closeLabel={t("keep")}
        footer={
          <>
            <Button onClick={() => setOpen(false)}>{t("keep")}</Button>
            <Button variant="danger" busy={busy} onClick={remove}>
              {t("remove")}
            </Button>
          </>
        }
      />
    </>
  );
}
