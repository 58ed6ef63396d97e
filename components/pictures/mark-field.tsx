"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { toast } from "@/components/ui/toast";
import { fetchJson } from "@/lib/http/fetch-json";
import { usePictureProblem } from "./use-problem";

interface MarkFieldProps {
  title: string;
  /** Where it is shown. */
  text: string;
  /** Where it is sent, and taken away. */
  api: string;
  /** Whether there is one that can be taken away. */
  own: boolean;
  /** The mark as it is shown now, picture or not. */
  children: ReactNode;
}

/** A face or a logo: choose one, change it, take it away. What is shown elsewhere on the page follows. */
export function MarkField({ title, text, api, own, children }: MarkFieldProps) {
  const t = useTranslations("media");
  const router = useRouter();
  const explain = usePictureProblem();
  const file = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  const run = async (work: () => Promise<unknown>, done: string) => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
      toast.success(done);
      router.refresh();
    } catch (error) {
      setProblem(explain(error).text);
    } finally {
      setBusy(false);
    }
  };
  const send = (chosen: File) =>
    run(async () => (await import("./send-mark")).sendMark(api, chosen), t("saved"));
  const remove = () => run(() => fetchJson(api, { method: "DELETE" }), t("removed"));
  return (
    <section aria-labelledby={id} className="flex flex-wrap items-center gap-x-5 gap-y-3">
      {children}
      <div className="grid min-w-0 flex-1 basis-64 gap-2">
        <div className="grid gap-0.5">
          <h2 id={id} className="font-medium">
            {title}
          </h2>
          <p className="text-sm text-ink-muted">{text}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button size="sm" busy={busy} aria-describedby={id} onClick={() => file.current?.click()}>
            {t(own ? "change" : "choose")}
          </Button>
          {own ? (
            <Button size="sm" variant="quiet" disabled={busy} aria-describedby={id} onClick={remove}>
              {t("remove")}
            </Button>
          ) : null}
        </div>
        {problem === null ? null : (
          <div role="alert">
            <FieldError>{problem}</FieldError>
          </div>
        )}
      </div>
      <input
        ref={file}
        type="file"
        hidden
        accept="image/jpeg,image/png,image/gif,image/webp,image/avif"
        aria-label={title}
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          event.target.value = "";
          if (chosen) void send(chosen);
        }}
      />
    </section>
  );
}
