"use client";

import { late } from "@/components/ui/late";
import type { ComposerProps } from "./composer";

const Composer = late(async () => (await import("./composer")).Composer);

// Where the page has the form already, its code comes beside the rest of the code and not after it.
if (typeof document !== "undefined" && document.getElementById("compose")) void Composer.call();

/**
 * The composer as a part of its own: visitors of the same address are not sent its code. It stands in no `Suspense`,
 * whose content browsers without scripts would not show.
 */
export function MemberComposer(props: ComposerProps) {
  return <Composer {...props} />;
}
