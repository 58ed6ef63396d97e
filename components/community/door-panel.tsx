import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Door } from "@/lib/memberships/rules";
import { JoinForm, WithdrawForm } from "./join-form";
import { SignInLink } from "./sign-in-link";

interface DoorPanelProps {
  door: Door;
  name: string;
  /** The version of the rules to accept; null where there are none. */
  rules: number | null;
  networkName: string;
}

const TEXTS = { open: "openText", request: "requestText", invited: "invitedText" } as const;
const SIGN_IN = { open: "signIn", request: "signInRequest", invited: "signInInvited" } as const;
const WAITS = {
  requested: { title: "requestedTitle", text: "requestedText" },
  suspended: { title: "suspendedTitle", text: "suspendedText" },
  removed: { title: "removedTitle", text: "removedText" },
} as const;

/** What the door of a community says to this person: one clear action, or why there is none. */
export function DoorPanel({ door, name, rules, networkName }: DoorPanelProps) {
  const t = useTranslations("community.join");
  if (door.state === "inside") return null;
  if (door.state === "closed") {
    return (
      <Panel title={t("title", { name })} text={t(door.signedIn ? "inviteTextSignedIn" : "inviteText")}>
        {door.signedIn ? null : <SignInLink>{t("signInInvited")}</SignInLink>}
      </Panel>
    );
  }
  if ("signedIn" in door) {
    return (
      <Panel title={t("title", { name })} text={t(TEXTS[door.state])}>
        {door.signedIn ? (
          <JoinForm how={door.state} rules={rules} />
        ) : (
          <div className="grid gap-2 justify-items-start">
            <SignInLink variant="primary" size="lg">
              {t(SIGN_IN[door.state])}
            </SignInLink>
            <p className="text-sm text-ink-muted">{t("oneAccount", { network: networkName })}</p>
          </div>
        )}
      </Panel>
    );
  }
  const { title, text } = WAITS[door.state];
  return (
    <Panel title={t(title)} text={t(text)}>
      {door.state === "requested" ? <WithdrawForm /> : null}
    </Panel>
  );
}

function Panel({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <section
      id="join"
      aria-labelledby="join-title"
      className="grid gap-4 rounded-surface border border-accent-line bg-accent-soft p-5"
    >
      <div className="grid gap-1">
        <h2 id="join-title" className="font-serif text-title-sm font-medium tracking-title">
          {title}
        </h2>
        <p>{text}</p>
      </div>
      {children}
    </section>
  );
}
