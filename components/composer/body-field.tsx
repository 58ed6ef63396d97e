"use client";

import clsx from "clsx";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, Suspense, useEffect, useId, useState } from "react";
import { FieldError } from "@/components/ui/field";
import { late } from "@/components/ui/late";
import { Textarea } from "@/components/ui/textarea";
import { LengthHint } from "./length-hint";
import { MarkdownPreview, type PreviewKind } from "./markdown-preview";

// Nobody writes with the first look at a page.
const Toolbar = late(async () => (await import("./toolbar")).Toolbar);
const MentionPicker = late(async () => (await import("./mention-picker")).MentionPicker);

const PictureTools = late(async () => (await import("@/components/pictures/picture-tools")).PictureTools);

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
  /** What the text becomes: readers see the two a little apart. */
  kind: PreviewKind;
  /** Whether the tabs and tools above it show. */
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
  const {
    value,
    onChange,
    label,
    placeholder,
    max,
    size = "normal",
    error,
    kind,
    tabs = true,
    autoFocus,
  } = props;
  const [preview, setPreview] = useState(false);
  const [field, setField] = useState<HTMLTextAreaElement | null>(null);
  const ownId = useId();
  const id = props.id ?? ownId;
  const hasPictures = value.includes("](/media/");
  useEffect(() => {
    // It may have had the focus before scripts arrived.
    const own = document.getElementById(id);
    if (own instanceof HTMLTextAreaElement && (own === document.activeElement || hasPictures)) setField(own);
  }, [id, hasPictures]);
  const tools = tabs || field !== null;
  return (
    <div className="grid grid-cols-1 gap-2">
      {tools ? (
        <div className="flex flex-wrap items-end justify-between gap-x-4 border-b border-line">
          <Tabs preview={preview} onChange={setPreview} />
          <div
            className={clsx("min-h-9 min-w-0 max-sm:w-full pointer-coarse:min-h-12", preview && "invisible")}
          >
            {field ? (
              <Suspense>
                <Toolbar field={field} />
              </Suspense>
            ) : null}
          </div>
        </div>
      ) : null}
      {preview && tools ? <MarkdownPreview source={value} kind={kind} /> : null}
      <div className={clsx("relative grid grid-cols-1 gap-1.5", preview && tools && "hidden")}>
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
          onFocus={(event) => setField(event.currentTarget)}
          onDragEnter={(event) => setField(event.currentTarget)}
          onKeyDown={sendOnShortcut}
        />
        {field ? (
          <Suspense>
            <MentionPicker field={field} />
          </Suspense>
        ) : null}
        {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
        <LengthHint text={value} max={max} />
      </div>
      {field ? (
        <Suspense>
          <PictureTools field={field} value={value} />
        </Suspense>
      ) : null}
    </div>
  );
}

function Tabs({ preview, onChange }: { preview: boolean; onChange: (preview: boolean) => void }) {
  const t = useTranslations("post.compose");
  return (
    <div className="flex gap-4">
      {(["write", "preview"] as const).map((tab) => (
        <button
          key={tab}
          type="button"
          aria-pressed={preview === (tab === "preview")}
          onClick={() => onChange(tab === "preview")}
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
  );
}
