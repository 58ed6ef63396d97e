"use client";

import { useEffect, useRef } from "react";
import { CircleAlert } from "@/components/ui/icons";
import { fieldId } from "./field";

interface FormErrorProps {
  /** What happened, and that nothing is lost. */
  title: string;
  /** Fields with their errors, in the order of the form; `name` is the field's. */
  errors?: readonly { name: string; message: string }[];
  /** "Request 1a2b", for those who ask for help. */
  note?: string;
}

/** Sums up why a form was not taken. Takes the focus each time it is given something new to say. */
export function FormError({ title, errors, note }: FormErrorProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (title || errors) box.current?.focus();
  }, [title, errors]);
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="grid grid-cols-[auto_1fr] gap-x-3 rounded-surface border border-danger bg-surface-raised p-4 outline-offset-2 focus-visible:outline-2 focus-visible:outline-danger"
    >
      <CircleAlert aria-hidden size={20} className="mt-0.5 text-danger" />
      <div className="grid gap-2">
        <p className="font-semibold">{title}</p>
        {errors && errors.length > 0 ? (
          <ul className="grid gap-1 text-sm">
            {errors.map(({ name, message }) => (
              <li key={name}>
                <a
                  href={`#${fieldId(name)}`}
                  className="inline-block text-danger leading-6 underline underline-offset-2 pointer-coarse:py-2.5"
                >
                  {message}
                </a>
              </li>
            ))}
          </ul>
        ) : null}
        {note ? <p className="text-xs text-ink-muted">{note}</p> : null}
      </div>
    </div>
  );
}
