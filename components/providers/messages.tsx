import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { pickMessages } from "@/lib/i18n/message-tree";
import { TEXT_PARTS, type TextPart } from "@/lib/i18n/parts";
import { MoreMessages } from "./more-messages";

interface MessagesProps {
  /** Written out, so that a test can compare them with what the components below ask for. */
  of: readonly TextPart[];
  children: ReactNode;
}

/** Sends texts to the browser for the components below, beside those of the `Messages` around it. */
export async function Messages({ of, children }: MessagesProps) {
  const paths = of.flatMap((part): readonly string[] => TEXT_PARTS[part]);
  return <MoreMessages messages={pickMessages(await getMessages(), paths)}>{children}</MoreMessages>;
}
