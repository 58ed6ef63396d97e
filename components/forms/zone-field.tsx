"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { currentZoneName } from "@/lib/time/zones";
import { useBrowserZone } from "./use-browser-zone";

interface ZoneFieldProps {
  label: string;
  hint: string;
  error?: string;
  /** IANA names to choose from. */
  zones: readonly string[];
  initial: string;
  /** What an empty field means. */
  placeholder: string;
}

/** A time zone by its name: typing narrows the browser's own list, and the browser's zone is one press away. */
export function ZoneField({ label, hint, error, zones, initial, placeholder }: ZoneFieldProps) {
  const t = useTranslations("account");
  const box = useRef<HTMLDivElement>(null);
  const found = useBrowserZone();
  const guess = found && currentZoneName(found);
  const take = () => {
    const field = box.current?.querySelector("input");
    if (!field || !guess) return;
    field.value = guess;
    field.focus();
  };
  return (
    <div ref={box} className="grid content-start justify-items-stretch gap-2">
      <Field name="time_zone" label={label} hint={hint} error={error}>
        {(control) => (
          <Input
            {...control}
            dir="ltr"
            list="time-zones"
            maxLength={100}
            autoComplete="off"
            spellCheck={false}
            placeholder={placeholder}
            defaultValue={initial}
          />
        )}
      </Field>
      <datalist id="time-zones">
        {zones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      {guess && guess !== initial ? (
        <Button type="button" size="sm" variant="outline" className="justify-self-start" onClick={take}>
          <span>{t.rich("timeZoneGuess", { zone: () => <bdi>{guess.replaceAll("_", " ")}</bdi> })}</span>
        </Button>
      ) : null}
    </div>
  );
}
