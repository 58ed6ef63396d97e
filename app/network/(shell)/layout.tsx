import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { HostCommunities } from "@/components/community-switcher/host-switcher";
import { DeletionBanner } from "@/components/deletion/deletion-banner";
import { NetworkShell } from "@/components/network/network-shell";
import { Messages } from "@/components/providers/messages";
import { Toaster } from "@/components/ui/toaster";
import { getNetworkPage } from "@/lib/context/pages";

export default async function NetworkShellLayout({ children }: { children: ReactNode }) {
  const { viewer, host } = await getNetworkPage();
  const t = await getTranslations("community");
  return (
    <Messages of={["networkShell", "switcher"]}>
      <HostCommunities host={host} current={null}>
        <DeletionBanner leavesAt={viewer?.leaves_at} timeZone={viewer?.time_zone} href="/account/delete" />
        <NetworkShell viewer={viewer && { displayName: viewer.display_name, avatarPath: viewer.avatar_path }}>
          {children}
        </NetworkShell>

        <Toaster label={t("notifications")} closeLabel={t("dismiss")} />
      </HostCommunities>
    </Messages>
  );
}
