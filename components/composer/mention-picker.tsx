"use client";

import clsx from "clsx";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useId, useLayoutEffect, useRef, useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import type { FoundPerson } from "@/lib/composing/schemas";
import { writeMention } from "@/lib/markdown/mentions";
import { caretPlace } from "./caret-place";
import { applyEdit } from "./insert-text";
import { useFoundPeople, useMentionBegun } from "./use-mention";

/** Looks up members while somebody types a name after an at sign, and writes the one chosen into the text. */
export function MentionPicker({ field }: { field: HTMLTextAreaElement }) {
  const { begun, dismiss } = useMentionBegun(field);
  const people = useFoundPeople(begun?.query ?? null);
  const choose = ({ id, name }: FoundPerson) => {
    if (!begun) return;
    const insert = `${writeMention({ id, name })} `;
    const at = begun.from + insert.length;
    applyEdit(field, { from: begun.from, to: field.selectionEnd, insert, start: at, end: at });
  };
  // A sentence that happens to follow an at sign is nobody's name.
  if (!begun || !people || (people.length === 0 && /\s/.test(begun.query))) return null;
  return (
    <People
      key={begun.from}
      field={field}
      from={begun.from}
      people={people}
      onChoose={choose}
      onLeave={dismiss}
    />
  );
}

interface PeopleProps {
  field: HTMLTextAreaElement;
  from: number;
  people: readonly FoundPerson[];
  onChoose: (person: FoundPerson) => void;
  onLeave: () => void;
}

function People({ field, from, people, onChoose, onLeave }: PeopleProps) {
  const t = useTranslations("post.compose");
  const id = useId();
  const [chosen, setChosen] = useState(0);
  const at = Math.min(chosen, people.length - 1);
  const panel = usePlace(field, from);
  useEffect(() => {
    if (people.length === 0) return;
    field.setAttribute("aria-controls", id);
    field.setAttribute("aria-activedescendant", `${id}-${at}`);
    panel.current?.querySelector(`[id="${id}-${at}"]`)?.scrollIntoView({ block: "nearest" });
    return () => {
      field.removeAttribute("aria-controls");
      field.removeAttribute("aria-activedescendant");
    };
  }, [field, id, at, people.length, panel]);
  useKeys(field, (key) => {
    if (key === "Escape") onLeave();
    else if (people.length === 0) return false;
    else if (key === "ArrowDown") setChosen((at + 1) % people.length);
    else if (key === "ArrowUp") setChosen((at + people.length - 1) % people.length);
    else if (key === "Enter" || key === "Tab") people[at] && onChoose(people[at]);
    else return false;
    return true;
  });
  return (
    <div
      ref={panel}
      className="absolute z-20 w-72 max-w-full overflow-hidden rounded-surface border border-line-strong bg-surface-raised shadow-float"
    >
      <p role="status" className={clsx(people.length > 0 ? "sr-only" : "px-3 py-2 text-sm text-ink-muted")}>
        {t("mentions.found", { count: people.length })}
      </p>
      {people.length > 0 ? (
        <div role="listbox" id={id} aria-label={t("mentions.label")} className="max-h-64 overflow-y-auto p-1">
          {people.map((person, index) => (
            <div
              key={person.id}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              // Before a click would take the focus from the text.
              onMouseDown={(event) => {
                event.preventDefault();
                onChoose(person);
              }}
              onMouseMove={() => setChosen(index)}
              className="flex min-h-9 cursor-pointer items-center gap-2.5 rounded-control px-2 py-1 text-sm aria-selected:bg-accent-soft pointer-coarse:min-h-11"
            >
              <Avatar name={person.name} path={person.avatar} size={24} />
              <span dir="auto" className="truncate">
                {person.name}
              </span>
            </div>
          ))}
        </div>
      ) : null}
    </div>
  );
}

/** Puts a panel under the character of a field, as far as it fits between the field's edges. */
function usePlace(field: HTMLTextAreaElement, at: number) {
  const panel = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const node = panel.current;
    if (!node) return;
    const { left, bottom } = caretPlace(field, at);
    const room = Math.max(0, field.offsetWidth - node.offsetWidth);
    const rtl = getComputedStyle(node).direction === "rtl";
    node.style.left = `${field.offsetLeft + Math.min(Math.max(0, rtl ? left - node.offsetWidth : left), room)}px`;
    node.style.top = `${field.offsetTop + Math.min(bottom, field.offsetHeight) + 4}px`;
  });
  return panel;
}

/** Hears the keys of a field before anybody else does; `onKey` says which of them it took. */
function useKeys(field: HTMLTextAreaElement, onKey: (key: string) => boolean) {
  const hear = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (!onKey(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => hear(event);
    field.addEventListener("keydown", listen, true);
    return () => field.removeEventListener("keydown", listen, true);
  }, [field]);
}
