import { getTranslations } from "next-intl/server";
import { SignInLink } from "@/components/community/sign-in-link";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { getRequestContext } from "@/lib/context/request-context";

/** One answer for what is not in this community and for what this person may not see of it. */
export default async function CommunityNotFound() {
  const [t, common, { tenant, viewer }] = await Promise.all([
    getTranslations("community.notFound"),
    getTranslations("common"),
    getRequestContext(),
  ]);
  return (
    <EmptyState
      title={t("title")}
      text={viewer ? t("text") : common("notFoundText")}
      island={tenant?.id}
      headingLevel={1}
      action={
        <div className="flex flex-wrap justify-center gap-3">
          {viewer ? null : <SignInLink>{common("notFoundSignIn")}</SignInLink>}
          <LinkButton href="/">{t("back")}</LinkButton>
        </div>
      }
    />
  );
}
