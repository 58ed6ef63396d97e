import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { CommunityShell } from "@/components/community/community-shell";
import { CommunitySwitcher } from "@/components/community-switcher/community-switcher";
import { HostCommunities } from "@/components/community-switcher/host-switcher";
import { DeletionBanner } from "@/components/deletion/deletion-banner";
import { OutOfReach } from "@/components/notices/out-of-reach";
import { PausedCommunity } from "@/components/notices/paused-community";
import { Messages } from "@/components/providers/messages";
import { type TenantInfo, TenantProvider } from "@/components/providers/tenant-provider";
import { ViewerProvider } from "@/components/providers/viewer-provider";
import { Toaster } from "@/components/ui/toaster";
import { unlessDown } from "@/lib/context/outage";
import { getTenantPage, isServing, type TenantPageContext } from "@/lib/context/pages";
import { networkUrl } from "@/lib/tenancy/links";

function tenantInfo({ tenant, membership }: TenantPageContext): TenantInfo {
  const { id, slug, name, accent, logo_path: logo, locale, time_zone: timeZone, privacy } = tenant;
  const role = membership?.status === "active" ? membership.role : null;
  return { id, slug, name, accent, logo, locale, timeZone, isPublic: privacy === "public", role };
}

function viewerInfo({ viewer, membership }: TenantPageContext) {
  if (!viewer) return null;
  return {
    id: viewer.id,
    displayName: membership?.display_name ?? viewer.display_name,
    avatarPath: membership ? membership.avatar_path : viewer.avatar_path,
  };
}

export default async function CommunityLayout(props: {
  children: ReactNode;
  params: Promise<{ tenant: string }>;
}) {
  const { tenant: param } = await props.params;
  const loaded = await unlessDown(() => getTenantPage(param));
  if (!loaded.up) return <OutOfReach requestId={loaded.requestId} />;
  const context = loaded.value;
  const { tenant, membership } = context;
  if (!isServing(context)) return <PausedCommunity tenant={tenant} networkHref={networkUrl("/")} />;
  const viewer = viewerInfo(context);
  const t = await getTranslations("community");
  return (
    <TenantProvider tenant={tenantInfo(context)}>
      <ViewerProvider viewer={viewer}>
        <Messages of={["communityShell", "switcher"]}>
          <HostCommunities host={context.host} current={tenant}>
            <DeletionBanner
              leavesAt={context.viewer?.leaves_at}
              timeZone={context.viewer?.time_zone}
              href={networkUrl("/account/delete")}
            />
            <CommunityShell
              tenant={tenant}
              asker={{ signedIn: viewer !== null, membership }}
              viewer={viewer}
              networkHref={networkUrl("/")}
              accountHref={networkUrl("/account")}
              feedHref={networkUrl("/feed")}
              inboxHref={networkUrl("/inbox")}
              switcher={<CommunitySwitcher />}
            >
              {props.children}
            </CommunityShell>
          </HostCommunities>
        </Messages>
        <Toaster label={t("notifications")} closeLabel={t("dismiss")} />
      </ViewerProvider>
    </TenantProvider>
  );
}
