import "server-only";
import clsx from "clsx";
import type { MarkdownOptions } from "@/lib/markdown/options";
import { renderMarkdown } from "@/lib/markdown/render";

interface MarkdownProps extends MarkdownOptions {
  /** Markdown as a member wrote it. */
  source: string;
  /** BCP 47 tag of the text where it is known and may differ from the page's. */
  lang?: string;
  className?: string;
}

/** A member's text. The one place where HTML from a string enters a page: it comes from `renderMarkdown`. */
export function Markdown({ source, lang, className, ...options }: MarkdownProps) {
  const html = renderMarkdown(source, options);
  return <div className={clsx("prose", className)} lang={lang} dangerouslySetInnerHTML={{ __html: html }} />;
}
