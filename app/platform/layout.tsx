import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { HostCommunities } from "@/components/community-switcher/host-switcher";
import { OutOfReach } from "@/components/notices/out-of-reach";
import { PlatformShell } from "@/components/platform/platform-shell";
import { Messages } from "@/components/providers/messages";
import { ViewerProvider } from "@/components/providers/viewer-provider";
import { Toaster } from "@/components/ui/toaster";
import { unlessDown } from "@/lib/context/outage";
import { requirePlatformPage } from "@/lib/context/pages";

export default async function PlatformLayout({ children }: { children: ReactNode }) {
  const loaded = await unlessDown(requirePlatformPage);
  if (!loaded.up) return <OutOfReach requestId={loaded.requestId} />;
  const { viewer, host } = loaded.value;
  const t = await getTranslations("community");
  return (
    <ViewerProvider
      viewer={{ id: viewer.id, displayName: viewer.display_name, avatarPath: viewer.avatar_path }}
    >
      <Messages of={["form"]}>
        <HostCommunities host={host} current={null}>
          <PlatformShell name={viewer.display_name} role={viewer.staff_role ?? "auditor"}>
            {children}
          </PlatformShell>
        </HostCommunities>
      </Messages>
      <Toaster label={t("notifications")} closeLabel={t("dismiss")} />
    </ViewerProvider>
  );
}
