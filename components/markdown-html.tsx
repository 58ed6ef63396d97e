import clsx from "clsx";

interface MarkdownHtmlProps {
  /** What `renderMarkdown` gave, on this server, for this very text. Nothing else. */
  html: string;
  /** BCP 47 tag of the text where it is known and may differ from the page's. */
  lang?: string;
  className?: string;
}

/** Rendered Markdown. The one place where HTML from a string enters a page; `JsonLd` writes data, never HTML. */
export function MarkdownHtml({ html, lang, className }: MarkdownHtmlProps) {
  return <div className={clsx("prose", className)} lang={lang} dangerouslySetInnerHTML={{ __html: html }} />;
}
