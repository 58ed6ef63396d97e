"use client";

import type { ReactNode } from "react";
import { Button } from "./button";
import { Field } from "./field";
import { Copy } from "./icons";
import { Input } from "./input";
import { toast } from "./toast";

interface CopyFieldProps {
  name: string;
  label: string;
  hint?: ReactNode;
  value: string;
  copyLabel: string;
  copied: string;
  /** Said where the browser refuses. */
  failed: string;
  autoFocus?: boolean;
}

/** A text to carry elsewhere, with a button that copies it. */
export function CopyField({ name, label, hint, value, autoFocus, ...texts }: CopyFieldProps) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      toast.success(texts.copied);
    } catch {
      toast.error(texts.failed);
    }
  };
  return (
    <Field name={name} label={label} hint={hint}>
      {(control) => (
        <div className="flex gap-2">
          <Input
            {...control}
            autoFocus={autoFocus}
            readOnly
            dir="ltr"
            value={value}
            onFocus={(event) => event.target.select()}
            className="min-w-0 flex-1 font-mono text-sm"
          />
          <Button variant="primary" icon={<Copy aria-hidden size={18} />} onClick={copy}>
            {texts.copyLabel}
          </Button>
        </div>
      )}
    </Field>
  );
}
