"use client";

import { useTranslations } from "next-intl";
import { FormError } from "@/components/ui/form-error";
import type { ActionError } from "@/lib/actions/result";

/** Why a form was not taken, above its fields; nothing where it was. */
export function FormProblem({ error }: { error: ActionError | null }) {
  const common = useTranslations("common");
  if (!error) return null;
  const fields = Object.entries(error.fields ?? {}).map(([name, message]) => ({ name, message }));
  return (
    <FormError
      title={error.message}
      errors={fields}
      note={error.requestId && common("requestId", { id: error.requestId })}
    />
  );
}
