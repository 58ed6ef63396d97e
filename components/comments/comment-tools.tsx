"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Link2, Pencil, Trash2 } from "@/components/ui/icons";
import { MenuContent, MenuItem } from "@/components/ui/menu";
import { MenuButton } from "@/components/ui/menu-button";
import { toast } from "@/components/ui/toast";
import { removeCommentAction } from "@/lib/comments/actions";
import type { CommentView } from "@/lib/comments/schemas";

interface CommentToolsProps {
  comment: CommentView;
  /** Address of the comment on this host. */
  href: string;
  /** Whether this person may take the words of others away. */
  moderator: boolean;
  onEdit: () => void;
  onRemoved: () => void;
}

const ICON = { "aria-hidden": true, size: 18 } as const;

/** What one may do with a comment besides answering it. */
export function CommentTools(props: CommentToolsProps) {
  const t = useTranslations("post.comments");
  return (
    <MenuButton label={t("menu")}>
      <CommentMenuPanel {...props} />
    </MenuButton>
  );
}

function CommentMenuPanel({ comment, href, moderator, onEdit, onRemoved }: CommentToolsProps) {
  const t = useTranslations("post.comments");
  const feed = useTranslations("feed");
  const [removing, setRemoving] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(new URL(href, window.location.href).href);
      toast.success(feed("linkCopied"));
    } catch {
      toast.error(feed("copyFailed"));
    }
  };
  return (
    <>
      <MenuContent>
        <MenuItem icon={<Link2 {...ICON} />} onSelect={copy}>
          {feed("copyLink")}
        </MenuItem>
        {comment.mine ? (
          <MenuItem icon={<Pencil {...ICON} />} onSelect={onEdit}>
            {t("edit")}
          </MenuItem>
        ) : null}
        {comment.mine || moderator ? (
          <MenuItem danger icon={<Trash2 {...ICON} />} onSelect={() => setRemoving(true)}>
            {t("remove")}
          </MenuItem>
        ) : null}
      </MenuContent>
      <RemoveDialog comment={comment} open={removing} onOpenChange={setRemoving} onRemoved={onRemoved} />
    </>
  );
}

interface RemoveDialogProps {
  comment: CommentView;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onRemoved: () => void;
}

function RemoveDialog({ comment, open, onOpenChange, onRemoved }: RemoveDialogProps) {
  const t = useTranslations("post.comments");
  const [busy, setBusy] = useState(false);
  const remove = async () => {
    setBusy(true);
    const answer = await removeCommentAction({ id: comment.id });
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
      description={t(comment.mine ? "removeOwn" : "removeOther")}
      closeLabel={t("keep")}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{t("keep")}</Button>
          <Button variant="danger" busy={busy} onClick={remove}>
            {t("remove")}
          </Button>
        </>
      }
    />
  );
}
