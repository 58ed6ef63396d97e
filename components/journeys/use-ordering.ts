"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useState } from "react";
import { toast } from "@/components/ui/toast";
import { placeAt } from "@/lib/journeys/order";
import { ideasOf } from "@/lib/journeys/rules";
import type { Activity } from "@/lib/journeys/schemas";
import type { Planner } from "./use-planner";
import { useTelling } from "./use-telling";

interface Held {
  id: string;
  /** Its place among what has no time, from 0. */
  at: number;
}

/** Brings what has no time to another place among its like: by keys, dragged, or by steps from a menu. */
export function useOrdering(planner: Planner, say: (text: string) => void) {
  const t = useTranslations("journeys");
  const tell = useTelling();
  const [held, setHeld] = useState<Held | null>(null);
  const ideas = ideasOf(planner.rows);
  const placeOf = (id: string) => ideas.findIndex((row) => row.id === id);
  const told = (row: Activity, at: number) => ({
    title: tell.title(row),
    when: t("moving.place", { at: at + 1, count: ideas.length }),
  });

  /** Brings it there for good, and offers to take it back. */
  const place = (row: Activity, wanted: number) => {
    setHeld(null);
    const at = Math.max(0, Math.min(wanted, ideas.length - 1));
    const moves = placeAt(ideas, row.id, at);
    const before = ideas.filter(({ id }) => moves.some((one) => one.id === id));
    for (const { id, position } of moves) void planner.change(id, { position });
    say(t("moving.putDown", told(row, at)));
    if (moves.length === 0) return;
    toast.success(t("moving.moved", told(row, at)), {
      action: {
        label: t("undo"),
        onClick: () => {
          for (const { id, position } of before) void planner.change(id, { position });
        },
      },
    });
  };

  const carry = (row: Activity, wanted: number) => {
    const at = Math.max(0, Math.min(wanted, ideas.length - 1));
    setHeld({ id: row.id, at });
    say(told(row, at).when);
  };

  const onKey = ({ key }: KeyboardEvent, row: Activity): boolean => {
    const at = held?.id === row.id ? held.at : null;
    if (at === null) {
      if (key !== " ") return false;
      setHeld({ id: row.id, at: placeOf(row.id) });
      say(t("moving.lifted", told(row, placeOf(row.id))));
    } else if (key === " " || key === "Enter") place(row, at);
    else if (key === "ArrowUp") carry(row, at - 1);
    else if (key === "ArrowDown") carry(row, at + 1);
    else if (key === "Escape") {
      setHeld(null);
      say(t("moving.putBack", { title: tell.title(row) }));
    } else return false;
    return true;
  };

  const carried = new Map(
    (held ? placeAt(ideas, held.id, held.at) : []).map(({ id, position }) => [id, position]),
  );
  return {
    held,
    onKey,
    /** A row where it stands while one of them is carried. */
    shown(row: Activity): Activity {
      const position = carried.get(row.id);
      return position === undefined ? row : { ...row, position };
    },
    /** Brings it so many places further down. */
    step: (row: Activity, by: number) => place(row, placeOf(row.id) + by),
    /** Brings it to where another stands. */
    placeAs: (row: Activity, other: string) => place(row, placeOf(other)),
  };
}
