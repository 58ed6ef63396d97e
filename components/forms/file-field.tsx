"use client";

import clsx from "clsx";
import { useTranslations } from "next-intl";
import { type ReactNode, useId, useState } from "react";
import { Field, FieldError } from "@/components/ui/field";
import { Upload } from "@/components/ui/icons";

interface FileFieldProps {
  label: ReactNode;
  hint?: ReactNode;
  /** What the system offers to choose from; what is dropped may be anything. */
  accept: string;
  /** What is wrong with the file that was chosen. */
  error?: string | null;
  /** The file is being read. */
  busy?: boolean;
  onChoose: (file: File) => void;
}

/** Asks for one file, to be chosen or dropped. Its name stays in view; the same file can be chosen again. */
export function FileField({ label, hint, accept, error, busy, onChoose }: FileFieldProps) {
  const t = useTranslations("common.file");
  const id = useId();
  const [name, setName] = useState<string | null>(null);
  const [over, setOver] = useState(false);
  const errorId = error ? `${id}-error` : undefined;
  return (
    <Field name={id} id={id} label={label} hint={hint}>
      {(control) => (
        <>
          <div
            className={clsx(
              "relative flex min-h-12 items-center gap-3 rounded-control border border-dashed px-3 py-2 text-[0.9375rem]",
              "transition-colors hover:border-accent hover:text-accent",
              "has-focus-visible:border-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-accent",
              over ? "border-accent bg-accent-soft" : error ? "border-danger" : "border-line-strong",
            )}
          >
            <Upload aria-hidden size={18} className="shrink-0" />
            <span aria-hidden className="min-w-0 [overflow-wrap:anywhere]">
              {name === null ? (
                <>
                  <span className="font-medium">{t("choose")}</span>{" "}
                  <span className="text-ink-muted pointer-coarse:hidden">{t("drop")}</span>
                </>
              ) : (
                <bdi className="font-medium">{name}</bdi>
              )}
            </span>
            {/* The control itself lies over all of it: pressing, dropping and keys are the browser's. */}
            <input
              id={control.id}
              type="file"
              accept={accept}
              aria-describedby={clsx(control["aria-describedby"], errorId) || undefined}
              aria-invalid={error ? true : undefined}
              aria-busy={busy}
              // A file that was mended under its old name is another one.
              onClick={(event) => {
                event.currentTarget.value = "";
              }}
              onChange={(event) => {
                const [file] = event.target.files ?? [];
                if (!file) return;
                setName(file.name);
                onChoose(file);
              }}
              onDragEnter={() => setOver(true)}
              onDragLeave={() => setOver(false)}
              onDrop={() => setOver(false)}
              className="absolute inset-0 size-full cursor-pointer opacity-0"
            />
          </div>
          {error ? (
            <div role="alert">
              <FieldError id={errorId}>{error}</FieldError>
            </div>
          ) : null}
        </>
      )}
    </Field>
  );
}
