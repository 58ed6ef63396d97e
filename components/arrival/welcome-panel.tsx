import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Messages } from "@/components/providers/messages";
import { CalendarDays, Check, Pencil, UserRound, UsersRound } from "@/components/ui/icons";
import type { Arrival } from "@/lib/context/schemas";
import { ArrivalButton } from "./arrival-button";
import { RemoveSamples } from "./remove-samples";

interface WelcomePanelProps {
  /** The community's. */
  name: string;
  lang: string;
  /** For owners: what their community has already. */
  done: Arrival["done"];
  /** Whether posts that came with the founding are still there. */
  samples: boolean;
}

/** What to do first: for who has just joined, and for who has just founded. Goes when it is told to, for good. */
export function WelcomePanel({ name, lang, done, samples }: WelcomePanelProps) {
  const t = useTranslations("arrival");
  const title = t.rich(done ? "foundedTitle" : "title", {
    community: () => (
      <bdi lang={lang} className="font-serif">
        {name}
      </bdi>
    ),
  });
  return (
    <section
      aria-labelledby="arrival"
      className="grid gap-4 rounded-surface border border-accent-line bg-accent-soft p-5"
    >
      <div className="grid gap-1">
        <h2 id="arrival" className="font-serif text-title-sm font-medium tracking-title">
          {title}
        </h2>
        <p>{t(done ? "foundedText" : "text")}</p>
      </div>
      {done ? <OwnerSteps done={done} /> : <MemberSteps />}
      {samples ? (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-accent-line pt-4">
          <p className="min-w-0 flex-1 basis-60 text-sm">{t("samples")}</p>
          <Messages of={["form", "samples"]}>
            <RemoveSamples />
          </Messages>
        </div>
      ) : null}
      <div>
        <ArrivalButton action="settleIn">{t("done")}</ArrivalButton>
      </div>
    </section>
  );
}

function MemberSteps() {
  const t = useTranslations("arrival");
  return (
    <ul className="grid gap-x-6 sm:grid-cols-2">
      <Step icon={Pencil} href="#field-body" label={t("hello")} hint={t("helloHint")} />
      <Step icon={UserRound} href="/me" label={t("face")} hint={t("faceHint")} />
      <Step icon={CalendarDays} href="/events" label={t("events")} hint={t("eventsHint")} />
      <Step icon={UsersRound} href="/members" label={t("people")} hint={t("peopleHint")} />
    </ul>
  );
}

function OwnerSteps({ done }: { done: NonNullable<Arrival["done"]> }) {
  const t = useTranslations("arrival");
  const steps = [
    { href: "/settings", done: done.look, label: t("look"), hint: t("lookHint") },
    { href: "/settings", done: done.rules, label: t("rules"), hint: t("rulesHint") },
    { href: "#field-body", done: done.post, label: t("post"), hint: t("postHint") },
    { href: "/members/invitations", done: done.people, label: t("invite"), hint: t("inviteHint") },
  ];
  return (
    <ul className="grid gap-x-6 sm:grid-cols-2">
      {steps.map((step) => (
        <Step key={step.label} {...step} />
      ))}
    </ul>
  );
}

interface StepProps {
  href: string;
  label: string;
  hint: string;
  icon?: typeof Check;
  /** Whether it is done already; left out where that is nobody's business. */
  done?: boolean;
}

function Step({ href, label, hint, icon: Icon = Check, done }: StepProps) {
  const t = useTranslations("arrival");
  const ticked = done !== false;
  const look = "font-medium after:absolute after:inset-0 hover:underline";
  return (
    <li className="relative flex items-start gap-3 border-t border-accent-line py-3">
      <Mark on={ticked}>{ticked ? <Icon aria-hidden size={16} /> : null}</Mark>
      <div className="min-w-0">
        <p>
          {href.startsWith("#") ? (
            <a href={href} className={look}>
              {label}
            </a>
          ) : (
            <Link href={href} prefetch={false} className={look}>
              {label}
            </Link>
          )}
          {done === undefined ? null : <span className="sr-only"> {t(done ? "ticked" : "open")}</span>}
        </p>
        <p className="text-sm text-ink-muted">{hint}</p>
      </div>
    </li>
  );
}

function Mark({ on, children }: { on: boolean; children: ReactNode }) {
  return (
    <span
      className={`mt-0.5 grid size-6 shrink-0 place-items-center rounded-full border ${on ? "border-accent bg-accent text-accent-ink" : "border-line-strong"}`}
    >
      {children}
    </span>
  );
}
