"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useMemberChange } from "./use-member-change";

const TEXTS = {
  suspend: {
    title: "suspendTitle",
    text: "suspendText",
    verb: "suspend",
    done: "suspended",
    to: "suspended",
  },
  remove: { title: "removeTitle", text: "removeText", verb: "remove", done: "removed", to: "removed" },
  decline: { title: "declineTitle", text: "declineText", verb: "decline", done: "declined", to: "removed" },
} as const;

export type Loss = keyof typeof TEXTS;

interface ConfirmChangeProps {
  member: { id: string; name: string };
  what: Loss;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Asks once, by name, before somebody loses their place. */
export function ConfirmChange({ member, what, open, onOpenChange }: ConfirmChangeProps) {
  const t = useTranslations("members");
  const { busy, change } = useMemberChange();
  const { id, name } = member;
  const texts = TEXTS[what];
  const confirm = async () => {
    if (await change({ userId: id, status: texts.to }, t(texts.done, { name }))) onOpenChange(false);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t(texts.title, { name })}
      description={t(texts.text)}
      closeLabel={t("close")}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{t("cancel")}</Button>
          <Button variant="danger" busy={busy} onClick={confirm}>
            {t(texts.verb)}
          </Button>
        </>
      }
    />
  );
}
