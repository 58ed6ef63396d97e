"use client";

import { useTranslations } from "next-intl";
import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, Check, Pencil, Trash2 } from "@/components/ui/icons";
import { MenuContent, MenuItem, MenuLabel, MenuSeparator } from "@/components/ui/menu";
import { MenuButton } from "@/components/ui/menu-button";
import { ACTIVITY_STATES } from "@/lib/journeys/choices";
import type { Activity } from "@/lib/journeys/schemas";
import type { Tools } from "./board";
import { isTimed, STEP_MINUTES } from "./use-moving";

const ICON = { "aria-hidden": true, size: 18 } as const;
const MOVES = [
  { key: "earlier", minutes: -STEP_MINUTES, icon: <ArrowUp {...ICON} /> },
  { key: "later", minutes: STEP_MINUTES, icon: <ArrowDown {...ICON} /> },
  { key: "dayBefore", minutes: -1440, icon: <ArrowLeft {...ICON} className="rtl:-scale-x-100" /> },
  { key: "dayAfter", minutes: 1440, icon: <ArrowRight {...ICON} className="rtl:-scale-x-100" /> },
] as const;
/** What has no time moves among its like; a day it gets in its form. */
const STEPS = [
  { key: "up", by: -1, icon: <ArrowUp {...ICON} /> },
  { key: "down", by: 1, icon: <ArrowDown {...ICON} /> },
] as const;

/** Everything that can be done with an activity: what is dragged elsewhere has its steps here. */
export function ActivityMenu({ tools, row }: { tools: Tools; row: Activity }) {
  const t = useTranslations("journeys");
  const { planner, moving, tell } = tools;
  if (!tools.mayEdit) return null;
  return (
    <MenuButton label={t("menu", { title: tell.title(row) })}>
      <MenuContent>
        <MenuItem icon={<Pencil {...ICON} />} onSelect={() => tools.open(row.id)}>
          {t("edit")}
        </MenuItem>
        {row.source_state === "changed" ? (
          <MenuItem icon={<Check {...ICON} />} onSelect={() => void planner.follow(row)}>
            {t("takeOver")}
          </MenuItem>
        ) : null}
        <MenuSeparator />
        <MenuLabel>{t("stateLabel")}</MenuLabel>
        {ACTIVITY_STATES.filter((state) => state !== row.state).map((state) => (
          <MenuItem key={state} onSelect={() => void planner.change(row.id, { state })}>
            {t(`state.${state}`)}
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuLabel>{t("move")}</MenuLabel>
        {isTimed(row)
          ? MOVES.map(({ key, minutes, icon }) => (
              <MenuItem key={key} icon={icon} onSelect={() => moving.move(row, minutes)}>
                {t(`moving.${key}`)}
              </MenuItem>
            ))
          : STEPS.map(({ key, by, icon }) => (
              <MenuItem key={key} icon={icon} onSelect={() => moving.step(row, by)}>
                {t(`moving.${key}`)}
              </MenuItem>
            ))}
        <MenuSeparator />
        <MenuItem danger icon={<Trash2 {...ICON} />} onSelect={() => void planner.remove(row.id)}>
          {t("remove")}
        </MenuItem>
      </MenuContent>
    </MenuButton>
  );
}
