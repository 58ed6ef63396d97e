"use client";

import clsx from "clsx";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useId, useState } from "react";
import { FieldError } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { LengthHint } from "./length-hint";
import { MarkdownPreview } from "./markdown-preview";

interface BodyFieldProps {
  /** For links to it; made up where none is given. */
  id?: string;
  value: string;
  onChange: (value: string) => void;
  label: string;
  placeholder?: string;
  max: number;
  size?: keyof typeof SIZES;
  error?: string;
  /** Whether the tabs above it show. */
  tabs?: boolean;
  autoFocus?: boolean;
}

const SIZES = { line: "min-h-12! resize-none!", normal: "", tall: "min-h-72!" } as const;

function sendOnShortcut(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}

/** The text of a post or comment, as Markdown and as readers will see it. Ctrl or Cmd and Enter sends its form. */
export function BodyField(props: BodyFieldProps) {
  const { value, onChange, label, placeholder, max, size = "normal", error, tabs = true, autoFocus } = props;
  const t = useTranslations("post.compose");
  const [preview, setPreview] = useState(false);
  const ownId = useId();
  const id = props.id ?? ownId;
  return (
    <div className="grid grid-cols-1 gap-2">
      {tabs ? (
        <div className="flex gap-4 border-b border-line">
          {(["write", "preview"] as const).map((tab) => (
            <button
              key={tab}
              type="button"
              aria-pressed={preview === (tab === "preview")}
              onClick={() => setPreview(tab === "preview")}
              className={clsx(
                "-mb-px h-9 border-b-2 text-sm transition-colors pointer-coarse:h-11",
                preview === (tab === "preview")
                  ? "border-accent font-semibold"
                  : "border-transparent text-ink-muted hover:text-ink",
              )}
            >
              {t(tab === "preview" ? "preview" : "write")}
            </button>
          ))}
        </div>
      ) : null}
      {preview && tabs ? <MarkdownPreview source={value} /> : null}
      <div className={clsx("grid gap-1.5", preview && tabs && "hidden")}>
        <label htmlFor={id} className="sr-only">
          {label}
        </label>
        <Textarea
          id={id}
          name="body"
          rows={size === "line" ? 1 : 3}
          className={SIZES[size]}
          required
          value={value}
          placeholder={placeholder}
          autoFocus={autoFocus}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={sendOnShortcut}
        />
        {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
        <LengthHint text={value} max={max} />
      </div>
    </div>
  );
}
