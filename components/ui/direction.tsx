"use client";

import { Direction } from "radix-ui";
import type { ReactNode } from "react";

/** Tells menus and the like which way the page reads. Once, around the page. */
export function DirectionProvider({ dir, children }: { dir: "ltr" | "rtl"; children: ReactNode }) {
  return <Direction.Provider dir={dir}>{children}</Direction.Provider>;
}
