import type { ActionError } from "@/lib/actions/result";

/** The fields that were refused, as `FormError` lists them. */
export function listErrors({ fields }: ActionError): { name: string; message: string }[] {
  return Object.entries(fields ?? {}).map(([name, message]) => ({ name, message }));
}
