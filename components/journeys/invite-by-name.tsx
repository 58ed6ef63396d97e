"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { fetchJson } from "@/lib/http/fetch-json";
import type { CompanionRole } from "@/lib/journeys/choices";
import { inviteByNameAction, withdrawInvitationAction } from "@/lib/journeys/company-actions";
import type { CompanionChoice } from "@/lib/journeys/company-schemas";
import type { JourneyPage } from "@/lib/journeys/schemas";
import { RoleSelect, roleNamed } from "./role-select";
import { useDoing } from "./use-doing";
import { useSearch } from "./use-search";

/** The shortest words that are searched. */
const SHORTEST = 2;

async function search(journey: string, q: string, signal: AbortSignal): Promise<CompanionChoice[] | null> {
  if (q.trim().length < SHORTEST) return null;
  const query = new URLSearchParams({ q });
  const body = await fetchJson(`/api/journeys/${journey}/people?${query}`, { signal });
  return (body as { items: CompanionChoice[] }).items;
}

/** Invites somebody whom one knows from a community: they find it in their inbox. */
export function InviteByName({ page }: { page: JourneyPage }) {
  const t = useTranslations("journeys");
  const [q, setQ] = useState("");
  const [role, setRole] = useState<CompanionRole>("editor");
  const [found] = useSearch(q, (words, signal) => search(page.journey.id, words, signal));
  return (
    <section aria-label={t("named.title")} className="grid grid-cols-1 gap-3 border-t border-line pt-4">
      <h3 className="font-semibold">{t("named.title")}</h3>
      <div className="grid grid-cols-1 items-start gap-3 sm:grid-cols-2">
        <Field name="named" label={t("named.search")} hint={t("named.hint")}>
          {(control) => (
            <Input
              {...control}
              type="search"
              maxLength={80}
              autoComplete="off"
              onChange={(event) => setQ(event.target.value)}
            />
          )}
        </Field>
        <Field name="named-role" label={t("named.as")}>
          {(control) => (
            <RoleSelect
              {...control}
              value={role}
              onChange={(event) => setRole(roleNamed(event.target.value) ?? "editor")}
            />
          )}
        </Field>
      </div>
      <div aria-live="polite">
        {found === "failed" ? <p className="text-danger">{t("add.failed")}</p> : null}
        {Array.isArray(found) && found.length === 0 ? (
          <p className="text-ink-muted">{t("named.nobody")}</p>
        ) : null}
        {Array.isArray(found) && found.length > 0 ? (
          <ul className="grid grid-cols-1 gap-2">
            {found.map((person) => (
              <Choice key={person.id} page={page} person={person} role={role} />
            ))}
          </ul>
        ) : null}
      </div>
    </section>
  );
}

function Choice({ page, person, role }: { page: JourneyPage; person: CompanionChoice; role: CompanionRole }) {
  const t = useTranslations("journeys");
  const { pending, run } = useDoing();
  const journey = page.journey.id;
  const invited = page.invited?.find(({ id }) => id === person.id);
  const standing = page.people.some(({ id }) => id === person.id)
    ? "companion"
    : invited
      ? invited.declined
        ? "declined"
        : "invited"
      : null;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Avatar name={person.name} path={person.avatar} size={32} />
      <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
        <bdi className="block font-medium">{person.name}</bdi>
        <bdi className="block text-sm text-ink-muted">{person.community}</bdi>
      </span>
      {standing ? (
        <span className="text-sm text-ink-muted">{t(`named.${standing}`)}</span>
      ) : (
        <Button
          size="sm"
          busy={pending}
          aria-label={t("named.inviteName", { name: person.name })}
          onClick={() => run(() => inviteByNameAction({ journey, person: person.id, role }))}
        >
          {t("named.invite")}
        </Button>
      )}
    </li>
  );
}

/** Who was invited by name and has not come, with the way to take it back. */
export function InvitedPeople({ page }: { page: JourneyPage }) {
  const t = useTranslations("journeys");
  const { pending, run } = useDoing();
  const journey = page.journey.id;
  if (!page.invited || page.invited.length === 0) return null;
  return (
    <ul aria-label={t("named.waiting")} className="grid grid-cols-1 gap-3">
      {page.invited.map((person) => (
        <li key={person.id} className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <Avatar name={person.name} path={person.avatar} size={32} />
          <bdi className="min-w-0 flex-1 [overflow-wrap:anywhere]">{person.name}</bdi>
          <span className="text-sm text-ink-muted">
            {t(person.declined ? "named.declined" : "named.invited")}
          </span>
          {person.declined ? null : (
            <Button
              size="sm"
              busy={pending}
              aria-label={t("named.withdrawName", { name: person.name })}
              onClick={() => run(() => withdrawInvitationAction({ journey, person: person.id }))}
            >
              {t("named.withdraw")}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
