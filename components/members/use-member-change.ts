"use client";

import { useState } from "react";
import { toast } from "@/components/ui/toast";
import { setMemberAction } from "@/lib/memberships/actions";
import type { SetMemberInput } from "@/lib/memberships/schemas";

/** Where the focus goes when the row it was in has left the list. */
export const MEMBERS_TITLE_ID = "members";

/** Changes a member and says what became of it. */
export function useMemberChange() {
  const [busy, setBusy] = useState(false);
  /** Whether it was done; a refusal has been told. */
  const change = async (input: SetMemberInput, done: string): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    try {
      const answer = await setMemberAction(input);
      if (!answer.ok) {
        toast.error(answer.error.message);
        return false;
      }
      toast.success(done);
      if (input.status) document.getElementById(MEMBERS_TITLE_ID)?.focus({ preventScroll: true });
      return true;
    } finally {
      setBusy(false);
    }
  };
  return { busy, change };
}
