import { useTranslations } from "next-intl";
import { SubmitButton } from "@/components/ui/submit-button";

/** Takes the list of members away as a file. A form and no link: it leaves a line in the audit log. */
export function MemberExport() {
  const t = useTranslations("members");
  return (
    <form
      action="/api/v1/members/export"
      method="post"
      className="grid justify-items-start gap-1 sm:justify-items-end"
    >
      <SubmitButton variant="outline">{t("export")}</SubmitButton>
      <p className="text-sm text-ink-muted">{t("exportHint")}</p>
    </form>
  );
}
