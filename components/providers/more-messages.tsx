"use client";

import { type AbstractIntlMessages, NextIntlClientProvider, useLocale, useMessages } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { mergeMessages } from "@/lib/i18n/message-tree";

/** Adds texts to those that are there already; a provider by itself would put its own in their place. */
export function MoreMessages(props: { messages: AbstractIntlMessages; children: ReactNode }) {
  const { messages, children } = props;
  const above = useMessages();
  const all = useMemo(() => mergeMessages(above, messages), [above, messages]);
  return (
    <NextIntlClientProvider locale={useLocale()} messages={all}>
      {children}
    </NextIntlClientProvider>
  );
}
