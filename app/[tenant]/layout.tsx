import type { ReactNode } from "react";
import { OutOfReach } from "@/components/notices/out-of-reach";
import { PausedCommunity } from "@/components/notices/paused-community";
import { TenantProvider } from "@/components/providers/tenant-provider";
import { ViewerProvider } from "@/components/providers/viewer-provider";
import { unlessDown } from "@/lib/context/outage";
import { getTenantPage, isServing } from "@/lib/context/pages";
import { networkUrl } from "@/lib/tenancy/links";

export default async function CommunityLayout(props: {
  children: ReactNode;
  params: Promise<{ tenant: string }>;
}) {
  const { tenant: param } = await props.params;
  const loaded = await unlessDown(() => getTenantPage(param));
  if (!loaded.up) return <OutOfReach requestId={loaded.requestId} />;
  const context = loaded.value;
  const { tenant, viewer, membership } = context;
  if (!isServing(context)) return <PausedCommunity tenant={tenant} networkHref={networkUrl("/")} />;
  const role = membership?.status === "active" ? membership.role : null;
  return (
    <TenantProvider
      tenant={{
        id: tenant.id,
        slug: tenant.slug,
        name: tenant.name,
        accent: tenant.accent,
        locale: tenant.locale,
        timeZone: tenant.time_zone,
        role,
      }}
    >
      <ViewerProvider
        viewer={
          viewer && {
            id: viewer.id,
            displayName: membership?.display_name ?? viewer.display_name,
            avatarPath: viewer.avatar_path,
          }
        }
      >
        {props.children}
      </ViewerProvider>
    </TenantProvider>
  );
}
