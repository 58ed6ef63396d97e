import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CommandKeys } from "@/components/commands/command-keys";
import { CommunitySwitcher } from "@/components/community-switcher/community-switcher";
import { Bell } from "@/components/inbox/bell";
import { AppHeader } from "@/components/layout/app-header";
import { BottomBar } from "@/components/layout/bottom-bar";
import type { NavItem } from "@/components/layout/nav-item";
import { NavLink } from "@/components/layout/nav-link";
import { ViewChoices } from "@/components/layout/view-choices";
import { Compass, House, Layers, Route } from "@/components/ui/icons";
import { signOutAction } from "@/lib/auth/actions";
import { NetworkMark } from "./network-mark";
import { SignInLink } from "./sign-in-link";
import { ViewerMenu } from "./viewer-menu";

interface NetworkShellProps {
  viewer: { displayName: string; avatarPath: string | null } | null;
  children: ReactNode;
}

/** Head and foot of the network's own pages: its mark, where one can go, one's communities, and who one is. */
export function NetworkShell({ viewer, children }: NetworkShellProps) {
  const t = useTranslations("network");
  const common = useTranslations("common");
  const commands = useTranslations("commands");
  const items = useItems(viewer !== null);
  return (
    <div className="flex min-h-dvh flex-col">
      <AppHeader
        href="/"
        mark={<NetworkMark />}
        name={common("networkName")}
        switcher={
          <>
            {viewer ? <CommunitySwitcher /> : null}
            <HeaderNav label={t("navigation")} items={items} />
          </>
        }
        search={
          <CommandKeys host="network" label={commands("open")} signOut={viewer ? signOutAction : undefined} />
        }
        actions={
          viewer ? (
            <>
              <InboxLink label={t("inbox")} />
              <ViewerMenu name={viewer.displayName} avatar={viewer.avatarPath} />
            </>
          ) : (
            <SignInLink />
          )
        }
      />
      <div className="flex-1">{children}</div>
      <footer className="mx-auto w-full max-w-page px-4 pb-24 pt-10 text-sm text-ink-muted sm:px-6 rail:pb-10">
        <div className="flex flex-wrap items-center justify-between gap-x-10 gap-y-4 border-t border-line pt-4">
          <p>{t("footerAbout")}</p>
          {viewer ? null : <ViewChoices />}
        </div>
      </footer>
      <BottomBar
        label={t("navigation")}
        items={viewer ? [...items, { href: "/inbox", label: t("inbox"), icon: <Bell /> }] : items}
      />
    </div>
  );
}

function useItems(signedIn: boolean): NavItem[] {
  const t = useTranslations("network");
  const icon = { "aria-hidden": true, size: 20 } as const;
  return [
    { href: "/", label: t("home"), icon: <House {...icon} />, exact: true },
    ...(signedIn
      ? [
          { href: "/feed", label: t("feed"), icon: <Layers {...icon} /> },
          { href: "/journeys", label: t("journeys"), icon: <Route {...icon} /> },
        ]
      : []),
    { href: "/communities", label: t("communities"), icon: <Compass {...icon} /> },
  ];
}

/** The inbox in the head of a wide page; a narrow one has it in its bottom bar. */
function InboxLink({ label }: { label: string }) {
  return (
    <NavLink
      href="/inbox"
      className="hidden size-10 place-items-center rounded-control text-ink-muted hover:text-ink aria-[current=page]:text-accent rail:grid"
    >
      <span className="sr-only">{label}</span>
      <Bell />
    </NavLink>
  );
}

/** The same places in the head of a wide page. */
function HeaderNav({ label, items }: { label: string; items: readonly NavItem[] }) {
  return (
    <nav aria-label={label} className="hidden rail:block">
      <ul className="flex gap-1">
        {items.map((item) => (
          <li key={item.href}>
            <NavLink
              href={item.href}
              exact={item.exact}
              className="flex h-9 items-center rounded-control px-3 text-[0.9375rem] text-ink-muted transition-colors hover:text-ink aria-[current=page]:font-semibold aria-[current=page]:text-ink aria-[current=page]:underline aria-[current=page]:decoration-accent aria-[current=page]:decoration-2 aria-[current=page]:underline-offset-8"
            >
              {item.label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
