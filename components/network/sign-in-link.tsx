"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import { withNext } from "@/lib/auth/rules";

const OWN_PAGES = [
  "/sign-in",
  "/sign-up",
  "/check-mail",
  "/forgot-password",
  "/reset-password",
  "/auth/confirm",
];

/** Leads to the sign-in page and back to this one. */
export function SignInLink() {
  const t = useTranslations("auth");
  const pathname = usePathname();
  const search = useSearchParams();
  // On the pages about signing in, what they lead on to stays what it is.
  const next = OWN_PAGES.includes(pathname) ? (search.get("next") ?? "/") : pathname;
  return (
    <LinkButton href={withNext("/sign-in", next)} size="sm" variant="primary">
      {t("signIn")}
    </LinkButton>
  );
}
