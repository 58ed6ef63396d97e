import type { ReactNode } from "react";
import { OutOfReach } from "@/components/notices/out-of-reach";
import { unlessDown } from "@/lib/context/outage";
import { requirePlatformPage } from "@/lib/context/pages";

export default async function PlatformLayout({ children }: { children: ReactNode }) {
  const loaded = await unlessDown(requirePlatformPage);
  return loaded.up ? children : <OutOfReach requestId={loaded.requestId} />;
}
