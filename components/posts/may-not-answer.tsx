import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import type { MembershipStatus } from "@/lib/auth/roles";

/** Why somebody who reads a post cannot answer it, and what to do about it. */
export function MayNotAnswer({ status }: { status: MembershipStatus | null }) {
  const t = useTranslations("post.page");
  if (status === "requested" || status === "suspended") return <Notice>{t(status)}</Notice>;
  return (
    <Notice
      action={
        <LinkButton href="/about" size="sm">
          {t("joinAction")}
        </LinkButton>
      }
    >
      {t(status === "invited" ? "invited" : "joinToAnswer")}
    </Notice>
  );
}
