import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CommandKeys } from "@/components/commands/command-keys";
import { AppHeader } from "@/components/layout/app-header";
import { BottomBar } from "@/components/layout/bottom-bar";
import { PageFrame } from "@/components/layout/page-frame";
import { Rail } from "@/components/layout/rail";
import { ViewChoices } from "@/components/layout/view-choices";
import type { ViewerInfo } from "@/components/providers/viewer-provider";
import { Bell, Waypoints } from "@/components/ui/icons";
import { IslandMark } from "@/components/ui/island-mark";
import { endSessionAction } from "@/lib/auth/actions";
import { type Asker, canInTenant } from "@/lib/auth/permissions";
import { accentStyle } from "@/lib/branding/accent";
import type { Tenant } from "@/lib/tenants/schemas";
import { useNavItems } from "./nav-items";
import { SignInLink } from "./sign-in-link";
import { ViewerMenu } from "./viewer-menu";

interface CommunityShellProps {
  tenant: Tenant;
  asker: Asker;
  /** The person as they are known here; null for a visitor. */
  viewer: Pick<ViewerInfo, "displayName" | "avatarPath"> | null;
  /** Addresses on the network host. */
  networkHref: string;
  accountHref: string;
  feedHref: string;
  inboxHref: string;
  switcher: ReactNode;
  children: ReactNode;
}

/** The frame of every page of a community: its edge, mark and name, where one can go, and who one is here. */
export function CommunityShell(props: CommunityShellProps) {
  const { tenant, asker, viewer, networkHref, switcher, children } = props;
  const t = useTranslations("community.nav");
  const commands = useTranslations("commands");
  const { rail, bar } = useNavItems({ tenant, asker, inboxHref: props.inboxHref });
  const mark = <IslandMark id={tenant.id} logo={tenant.logo_path} size={34} />;
  return (
    <PageFrame
      style={accentStyle(tenant.accent)}
      header={
        <AppHeader
          href="/"
          mark={mark}
          name={tenant.name}
          switcher={switcher}
          search={
            <CommandKeys
              host="community"
              label={commands("open")}
              signOut={viewer === null ? undefined : endSessionAction}
            />
          }
          actions={
            viewer === null ? (
              <SignInLink size="sm" variant="primary">
                {t("signIn")}
              </SignInLink>
            ) : (
              <>
                <a
                  href={props.inboxHref}
                  aria-label={t("inbox")}
                  className="hidden size-10 place-items-center rounded-control text-ink-muted hover:text-ink rail:grid"
                >
                  <Bell aria-hidden size={20} />
                </a>
                <ViewerMenu
                  name={viewer.displayName}
                  avatar={viewer.avatarPath}
                  member={asker.membership?.status === "active"}
                  door={canInTenant(asker, "share.review")}
                  settings={canInTenant(asker, "community.settings")}
                  accountHref={props.accountHref}
                  feedHref={props.feedHref}
                />
              </>
            )
          }
        />
      }
      rail={
        <Rail
          label={t("label")}
          items={rail}
          header={<RailHeader tenant={tenant} />}
          footer={
            <a
              href={networkHref}
              className="inline-flex items-center gap-3 text-sm text-ink-muted hover:text-ink"
            >
              <Waypoints aria-hidden size={18} />
              {t("network")}
            </a>
          }
        />
      }
      bottomBar={bar.length > 1 ? <BottomBar label={t("label")} items={bar} /> : undefined}
      footer={viewer === null ? <ViewChoices /> : undefined}
    >
      {children}
    </PageFrame>
  );
}

function RailHeader({ tenant }: { tenant: Tenant }) {
  return (
    <div className="grid gap-3">
      <IslandMark id={tenant.id} logo={tenant.logo_path} variant="chart" size={104} />
      {tenant.tagline ? (
        <p dir="auto" lang={tenant.locale} className="text-sm text-ink-muted">
          {tenant.tagline}
        </p>
      ) : null}
    </div>
  );
}
