import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

/** Stands where a post was. */
export function PostGone({ by }: { by: "author" | "moderator" }) {
  const t = useTranslations("post.page");
  return (
    <EmptyState
      title={t("removedTitle")}
      text={t(by === "author" ? "removedByAuthor" : "removedByModerator")}
      action={<LinkButton href="/">{t("back")}</LinkButton>}
    />
  );
}
