"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { MarkdownHtml } from "@/components/markdown-html";
import { useTenant } from "@/components/providers/tenant-provider";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonGroup, SkeletonText } from "@/components/ui/skeleton";
import { fetchJson } from "@/lib/http/fetch-json";

/** What a text becomes; the server renders the two apart. */
export type PreviewKind = "post" | "comment";

/** What readers will see of a text, rendered by the server as it renders posts. */
export function MarkdownPreview({ source, kind }: { source: string; kind: PreviewKind }) {
  const t = useTranslations("post.compose");
  const common = useTranslations("common");
  const lang = useTenant()?.locale;
  const preview = useQuery({
    queryKey: ["preview", kind, source],
    queryFn: ({ signal }) =>
      fetchJson<{ html: string }>("/api/v1/preview", {
        method: "POST",
        body: { markdown: source, kind },
        signal,
      }),
    enabled: source.trim() !== "",
    gcTime: 0,
  });
  if (source.trim() === "") return <p className="py-2 text-ink-muted">{t("previewEmpty")}</p>;
  if (preview.isError) {
    const retry = <Button onClick={() => void preview.refetch()}>{common("retry")}</Button>;
    return <ErrorState title={t("previewFailed")} action={retry} />;
  }
  if (!preview.data) {
    return (
      <SkeletonGroup label={t("previewing")}>
        <SkeletonText />
      </SkeletonGroup>
    );
  }
  return <MarkdownHtml html={preview.data.html} lang={lang} className="min-h-24 py-2" />;
}
