import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionButtonForm } from "@/components/auth/action-button-form";
import { CommandKeys } from "@/components/commands/command-keys";
import { AppHeader } from "@/components/layout/app-header";
import { PageFrame } from "@/components/layout/page-frame";
import { NetworkMark } from "@/components/network/network-mark";
import { LogOut } from "@/components/ui/icons";
import { endStaffSessionAction } from "@/lib/auth/actions";
import type { StaffRole } from "@/lib/auth/roles";

interface PlatformShellProps {
  name: string;
  role: StaffRole;
  children: ReactNode;
}

/** The frame of the mother app: says who acts here, in which role. */
export function PlatformShell({ name, role, children }: PlatformShellProps) {
  const t = useTranslations("platform");
  const commands = useTranslations("commands");
  return (
    <PageFrame
      width="wide"
      header={
        <AppHeader
          href="/"
          mark={<NetworkMark />}
          name={t("name")}
          search={<CommandKeys host="platform" label={commands("open")} signOut={endStaffSessionAction} />}
          actions={
            <>
              <p className="hidden truncate text-sm text-ink-muted sm:block">
                {t("signedInAs", { name, role: t(`roles.${role}`) })}
              </p>
              <ActionButtonForm action="endStaffSession" size="sm" icon={<LogOut aria-hidden size={16} />}>
                {t("signOut")}
              </ActionButtonForm>
            </>
          }
        />
      }
    >
      {children}
    </PageFrame>
  );
}
