"use client";

import { Suspense, useEffect, useState } from "react";
import { late } from "./late";
import { waitingSayings } from "./toast";
import type { ToastsProps } from "./toasts";

const Toasts = late(async () => (await import("./toasts")).Toasts);

/** Where short answers to what a person did appear: `toast.success("Saved")`. Once per page; its code comes with the first. */
export function Toaster(props: ToastsProps) {
  const [wanted, setWanted] = useState(false);
  useEffect(() => waitingSayings.subscribe(() => setWanted(true)), []);
  if (!wanted) return null;
  return (
    <Suspense fallback={null}>
      <Toasts {...props} />
    </Suspense>
  );
}
