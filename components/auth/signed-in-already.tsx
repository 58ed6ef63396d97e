import { getTranslations } from "next-intl/server";
import { buttonClasses } from "@/components/ui/button-classes";
import { ActionButtonForm } from "./action-button-form";

/** Somebody is signed in here already: go on as them, or make room for another account. */
export async function SignedInAlready({ name, next }: { name: string; next: string }) {
  const t = await getTranslations("auth");
  return (
    <div className="grid gap-4">
      <p>{t("signedInAs", { name })}</p>
      {/* The way on may lead through a hand-off to another host: a plain link. */}
      <a href={next} className={buttonClasses({ variant: "primary", block: true })}>
        {t("goOn", { name })}
      </a>
      <ActionButtonForm action="switchAccount" fields={{ next }} block>
        {t("switchAccount")}
      </ActionButtonForm>
    </div>
  );
}
