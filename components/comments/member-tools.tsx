"use client";

import { createContext, type ReactNode, useContext } from "react";

interface MemberTools {
  /** Whether this person may take the words of others away. */
  moderator: boolean;
  replyTo: string | null;
  /** After an edit or a removal. */
  onChanged: (commentId: string | null) => void;
  /** After an answer. */
  onSent: (commentId: string) => void;
}

const Tools = createContext<MemberTools | null>(null);

/** Gives the comments below what a member may do with them. */
export function MemberProvider({ value, children }: { value: MemberTools; children: ReactNode }) {
  return <Tools value={value}>{children}</Tools>;
}

/** What a member may do with the comments of this page. Below a {@link MemberProvider}. */
export function useMemberTools(): MemberTools {
  const tools = useContext(Tools);
  if (!tools) throw new Error("comments of members stand below a MemberProvider");
  return tools;
}
