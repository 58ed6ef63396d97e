"use client";

import type { AbstractIntlMessages } from "next-intl";
import type { ComponentType } from "react";
import { MoreMessages } from "@/components/providers/more-messages";
import { fetchLateTexts } from "@/lib/i18n/late-texts";
import { CommandPanel, type CommandPanelProps } from "./command-panel";

/** The panel with its texts, which pages do without until somebody asks for it. */
export interface LoadedPanel {
  Panel: ComponentType<CommandPanelProps & { texts: AbstractIntlMessages }>;
  texts: AbstractIntlMessages;
}

/** Fetches the panel's texts. This module itself is fetched when the panel is first wanted. */
export async function loadPanel(locale: string): Promise<LoadedPanel> {
  return { Panel: PanelWithTexts, texts: await fetchLateTexts(locale) };
}

function PanelWithTexts({ texts, ...props }: CommandPanelProps & { texts: AbstractIntlMessages }) {
  return (
    <MoreMessages messages={texts}>
      <CommandPanel {...props} />
    </MoreMessages>
  );
}
