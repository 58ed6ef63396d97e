"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { buttonClasses } from "@/components/ui/button-classes";
import { FieldError } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { toast } from "@/components/ui/toast";
import { revokeShareAction, revokeShareHereAction } from "@/lib/sharing/actions";
import { useSharingForm } from "./use-sharing-form";

interface RevokeShareProps {
  share: string;
  /** The community that one acts for on the network's host; without it that of this host. */
  as?: string;
  /** Name of the community that it is taken back from. */
  from: string;
  /** Whether nobody has let it in yet. */
  question?: boolean;
}

/** Takes a share back in two presses, in place. Works before scripts arrive. */
export function RevokeShare({ share, as, from, question = false }: RevokeShareProps) {
  const t = useTranslations("sharing.revoke");
  const router = useRouter();
  const { formProps, error, busy } = useSharingForm(as ? revokeShareAction : revokeShareHereAction, () => {
    toast.success(t(question ? "question.done" : "done", { name: from }));
    router.refresh();
  });
  return (
    <details className="group/revoke grid max-w-measure">
      <summary
        className={`${buttonClasses({ size: "sm" })} w-fit cursor-pointer list-none [&::-webkit-details-marker]:hidden`}
      >
        <span className="group-open/revoke:hidden">
          {t(question ? "question.begin" : "begin")}{" "}
          <span className="sr-only">{t("named", { name: from })}</span>
        </span>
        <span className="hidden group-open/revoke:inline">{t(question ? "question.keep" : "keep")}</span>
      </summary>
      <ActionForm {...formProps} className="grid grid-cols-1 justify-items-start gap-2 pt-3">
        <input type="hidden" name="share" value={share} />
        {as ? <input type="hidden" name="tenant" value={as} /> : null}
        <p className="text-sm">{t(question ? "question.text" : "text", { name: from })}</p>
        {error ? <FieldError>{error.message}</FieldError> : null}
        <SubmitButton size="sm" variant="danger" busy={busy}>
          {t("confirm")}
        </SubmitButton>
      </ActionForm>
    </details>
  );
}
