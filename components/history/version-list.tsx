import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Moment } from "@/components/posts/moment";
import type { Version } from "@/lib/posts/versions";
import { DiffText } from "./diff-text";

interface VersionListProps {
  versions: readonly Version[];
  lang: string;
  author: string;
  /** What one may do with an earlier version. */
  tools?: (id: string) => ReactNode;
}

/** Versions of a text with what each changed, newest first. */
export function VersionList({ versions, lang, author, tools }: VersionListProps) {
  const t = useTranslations("post.history");
  return (
    <ol className="grid grid-cols-1 gap-8">
      {versions.map((version, index) => (
        <li
          key={version.id ?? "now"}
          className="grid grid-cols-1 gap-2 border-s-2 border-line ps-4 first:border-accent"
        >
          <div className="flex min-h-8 flex-wrap items-center justify-between gap-x-4 gap-y-1">
            <h2 className="text-sm font-semibold">
              {t(version.id === null ? "now" : index === versions.length - 1 ? "first" : "edited")}
              <span className="font-normal text-ink-muted">
                {" · "}
                <Moment value={version.written_at} style="datetime" /> ·{" "}
                <bdi>{t("by", { name: author })}</bdi>
              </span>
            </h2>
            {version.id && !version.removed ? tools?.(version.id) : null}
          </div>
          <VersionText version={version} lang={lang} />
        </li>
      ))}
    </ol>
  );
}

function VersionText({ version, lang }: { version: Version; lang: string }) {
  const t = useTranslations("post.history");
  if (version.removed) return <p className="italic text-ink-muted">{t("removedText")}</p>;
  return (
    <>
      {version.title ? (
        <div className="font-semibold">
          <span className="sr-only">{t("titleLabel")}</span>
          <DiffText parts={version.title} lang={lang} />
        </div>
      ) : null}
      <DiffText parts={version.body} lang={lang} />
    </>
  );
}
