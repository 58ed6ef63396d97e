"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { removePostAction } from "@/lib/posts/actions";
import type { PostSummary } from "@/lib/posts/schemas";

interface RemovePostDialogProps {
  post: Pick<PostSummary, "id" | "mine" | "author">;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onRemoved: () => void;
}

/** Asks once before a post goes. */
export function RemovePostDialog({ post, open, onOpenChange, onRemoved }: RemovePostDialogProps) {
  const t = useTranslations("feed");
  const [busy, setBusy] = useState(false);
  const remove = async () => {
    setBusy(true);
    const answer = await removePostAction({ id: post.id });
    setBusy(false);
    if (!answer.ok) {
      toast.error(answer.error.message);
      return;
    }
    onOpenChange(false);
    toast.success(t("removed"));
    onRemoved();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("removeTitle")}
      description={post.mine ? t("removeOwn") : t("removeOther", { name: post.author.name })}
      closeLabel={t("cancel")}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{t("cancel")}</Button>
          <Button variant="danger" busy={busy} onClick={remove}>
            {t("remove")}
          </Button>
        </>
      }
    />
  );
}
