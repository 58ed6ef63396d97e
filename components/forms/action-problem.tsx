import type { ActionError } from "@/lib/actions/result";

/** Why a single button did not do what it says, beneath it; nothing where it did. */
export function ActionProblem({ error }: { error: ActionError | null }) {
  return error ? (
    <p role="alert" className="w-full pt-2 text-sm text-danger">
      {error.message}
    </p>
  ) : null;
}
