"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { CircleAlert } from "@/components/ui/icons";
import type { Upload } from "./use-uploads";

interface UploadListProps {
  uploads: readonly Upload[];
  onRetry: (id: number) => void;
  onDrop: (id: number) => void;
}

/** Pictures on their way, and those that did not arrive with the reason. */
export function UploadList({ uploads, onRetry, onDrop }: UploadListProps) {
  const t = useTranslations("post.compose.pictures");
  const pending = uploads.filter(({ problem }) => problem === null).length;
  return (
    <>
      <p role="status" className="sr-only">
        {pending > 0 ? t("sending", { count: pending }) : ""}
      </p>
      {uploads.length === 0 ? null : (
        <ul className="grid gap-2">
          {uploads.map((upload) => (
            <li
              key={upload.id}
              className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1.5 rounded-control border border-line px-3 py-2 text-sm"
            >
              <bdi className="truncate font-medium" title={upload.name}>
                {upload.name}
              </bdi>
              <span className="flex gap-1">
                {upload.again ? (
                  <Button size="sm" onClick={() => onRetry(upload.id)}>
                    {t("retry")}
                  </Button>
                ) : null}
                <Button
                  size="sm"
                  variant="quiet"
                  aria-label={t(upload.problem === null ? "cancelNamed" : "dismissNamed", {
                    name: upload.name,
                  })}
                  onClick={() => onDrop(upload.id)}
                >
                  {t(upload.problem === null ? "cancel" : "dismiss")}
                </Button>
              </span>
              <UploadState upload={upload} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function UploadState({ upload }: { upload: Upload }) {
  const t = useTranslations("post.compose.pictures");
  if (upload.problem !== null) {
    return (
      <p role="alert" className="col-span-2 flex items-start gap-1.5 text-danger">
        <CircleAlert aria-hidden size={16} className="mt-0.5 shrink-0" />
        <span>{upload.problem}</span>
      </p>
    );
  }
  return (
    <progress
      max={1}
      value={upload.share === 0 ? undefined : upload.share}
      aria-label={t("progress", { name: upload.name })}
      className="col-span-2 h-1.5 w-full overflow-hidden rounded-full accent-accent"
    />
  );
}
