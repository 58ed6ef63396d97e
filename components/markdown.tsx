import "server-only";
import type { MarkdownOptions } from "@/lib/markdown/options";
import { renderMarkdown } from "@/lib/markdown/render";
import { MarkdownHtml } from "./markdown-html";

interface MarkdownProps extends MarkdownOptions {
  /** Markdown as a member wrote it. */
  source: string;
  /** BCP 47 tag of the text where it is known and may differ from the page's. */
  lang?: string;
  className?: string;
}

/** A member's text. */
export function Markdown({ source, lang, className, ...options }: MarkdownProps) {
  return <MarkdownHtml html={renderMarkdown(source, options)} lang={lang} className={className} />;
}
