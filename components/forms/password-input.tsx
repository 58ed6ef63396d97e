"use client";

import { useTranslations } from "next-intl";
import { useState, useSyncExternalStore } from "react";
import type { FieldControl } from "@/components/ui/field";
import { Eye, EyeOff } from "@/components/ui/icons";
import { Input } from "@/components/ui/input";

interface PasswordInputProps {
  control: FieldControl;
  autoComplete: "current-password" | "new-password";
}

const never = () => () => undefined;

/** A password field that can show what was typed. The button comes with scripts. */
export function PasswordInput({ control, autoComplete }: PasswordInputProps) {
  const t = useTranslations("auth");
  const [shown, setShown] = useState(false);
  const awake = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const Icon = shown ? EyeOff : Eye;
  return (
    <div className="relative">
      <Input
        {...control}
        type={shown ? "text" : "password"}
        dir="ltr"
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        className="pe-24"
      />
      {awake ? (
        <button
          type="button"
          aria-pressed={shown}
          aria-label={t("showPasswordLabel")}
          onClick={() => setShown(!shown)}
          className="absolute inset-y-0 end-0 flex items-center gap-1.5 rounded-control px-3 text-sm text-ink-muted hover:text-ink focus-visible:-outline-offset-2"
        >
          <Icon aria-hidden size={18} />
          {shown ? t("hidePassword") : t("showPassword")}
        </button>
      ) : null}
    </div>
  );
}
