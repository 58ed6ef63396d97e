"use client";

import { Command } from "cmdk";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { CONTROL_CLASSES } from "@/components/ui/control-classes";
import { DialogPanel } from "@/components/ui/dialog-panel";
import { matchCommands } from "@/lib/shortcuts/commands";
import type { CommandPanelProps } from "./command-panel";
import { Keys } from "./keys";
import { useMemberCommands } from "./use-member-commands";
import { GROUPS, type PaletteCommand, usePaletteCommands } from "./use-palette-commands";

const MOST_OF_A_GROUP = 8;

/** Everything there is to go to and to do, found by typing. */
export function Palette({ host, signOut, onAsk, onDone }: Omit<CommandPanelProps, "asked">) {
  const t = useTranslations("commands");
  const [open, setOpen] = useState(true);
  const [query, setQuery] = useState("");
  const [marked, setMarked] = useState("");
  const chosen = useRef<(() => void) | null>(null);
  const known = usePaletteCommands({ host, signOut, onAsk });
  const members = useMemberCommands(query);
  const found = [...matchCommands(known, query), ...members.commands];
  const shown = GROUPS.flatMap((group) =>
    found.filter((command) => command.group === group).slice(0, MOST_OF_A_GROUP),
  );
  // What somebody looks at stays marked while members arrive.
  const current = shown.find(({ id }) => id === marked) ?? shown[0];
  const search = (text: string) => {
    setQuery(text);
    setMarked("");
  };
  const closed = () => {
    onDone();
    chosen.current?.();
  };
  const choose = ({ run }: PaletteCommand) => {
    chosen.current = run;
    setOpen(false);
  };
  return (
    <DialogPanel
      tall
      open={open}
      onOpenChange={setOpen}
      onClosed={closed}
      title={t("title")}
      closeLabel={t("close")}
    >
      <Command
        shouldFilter={false}
        loop
        value={current?.id ?? ""}
        onValueChange={setMarked}
        label={t("search")}
        className="grid min-h-0 content-start gap-3"
      >
        <Command.Input
          autoFocus
          value={query}
          onValueChange={search}
          maxLength={80}
          placeholder={t("search")}
          dir="auto"
          className={`${CONTROL_CLASSES} h-11`}
        />
        <p role="status" className="sr-only">
          {query ? t("resultCount", { count: shown.length }) : ""}
        </p>
        <Command.List
          label={t("results")}
          className="-mx-2 max-h-[calc(100dvh-9rem)] overflow-y-auto px-2 sm:max-h-[52dvh]"
        >
          {shown.length === 0 && !members.busy ? <Nothing query={query} /> : null}
          {GROUPS.map((group) => (
            <Group
              key={group}
              heading={t(`groups.${group}`)}
              commands={shown.filter((command) => command.group === group)}
              onChoose={choose}
            />
          ))}
          {members.busy ? <p className="px-2.5 py-2 text-sm text-ink-muted">{t("searching")}</p> : null}
        </Command.List>
      </Command>
    </DialogPanel>
  );
}

function Nothing({ query }: { query: string }) {
  const t = useTranslations("commands");
  return (
    <div className="grid gap-1 px-2.5 py-6 text-center">
      <p className="font-medium [overflow-wrap:anywhere]">{t("none", { query })}</p>
      <p className="text-sm text-ink-muted">{t("noneText")}</p>
    </div>
  );
}

interface GroupProps {
  heading: string;
  commands: readonly PaletteCommand[];
  onChoose: (command: PaletteCommand) => void;
}

function Group({ heading, commands, onChoose }: GroupProps) {
  if (commands.length === 0) return null;
  return (
    <Command.Group
      heading={heading}
      className="pb-2 [&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-ink-muted"
    >
      {commands.map((command) => (
        <Command.Item
          key={command.id}
          value={command.id}
          onSelect={() => onChoose(command)}
          className="flex min-h-10 cursor-pointer items-center gap-3 rounded-[6px] px-2.5 py-1.5 text-[0.9375rem] data-[selected=true]:bg-accent-soft pointer-coarse:min-h-11"
        >
          <span className="grid size-6 shrink-0 place-items-center text-ink-muted">{command.mark}</span>
          <span lang={command.lang} dir="auto" className="min-w-0 flex-1 truncate [text-align:match-parent]">
            <bdi>{command.label}</bdi>
          </span>
          {command.keys ? (
            <span className="hidden shrink-0 sm:block">
              <Keys keys={command.keys} />
            </span>
          ) : null}
        </Command.Item>
      ))}
    </Command.Group>
  );
}
