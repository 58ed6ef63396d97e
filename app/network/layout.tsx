import type { ReactNode } from "react";
import { OutOfReach } from "@/components/notices/out-of-reach";
import { ViewerProvider } from "@/components/providers/viewer-provider";
import { unlessDown } from "@/lib/context/outage";
import { getNetworkPage } from "@/lib/context/pages";

export default async function NetworkLayout({ children }: { children: ReactNode }) {
  const loaded = await unlessDown(getNetworkPage);
  if (!loaded.up) return <OutOfReach requestId={loaded.requestId} />;
  const { viewer } = loaded.value;
  return (
    <ViewerProvider
      viewer={viewer && { id: viewer.id, displayName: viewer.display_name, avatarPath: viewer.avatar_path }}
    >
      {children}
    </ViewerProvider>
  );
}
