import { escapeHtml } from "@/lib/markdown/plain-text";
import type { Line } from "./rows";

/** Fields that are prose rather than figures and names. */
const PROSE: ReadonlySet<string> = new Set(["body", "description", "note", "bio", "memory"]);

/** The look of the readable pages: no script, nothing from elsewhere. */
export const STYLE = `:root{color-scheme:light dark}
body{font:16px/1.6 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}
article{border-top:1px solid #8886;padding:1rem 0}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem;font-size:.875rem;color:GrayText;margin:.5rem 0}
dd{margin:0;overflow-wrap:anywhere}
p.prose{white-space:pre-wrap;overflow-wrap:anywhere;margin:.5rem 0}
h1,h2{line-height:1.25;overflow-wrap:anywhere}
img{max-width:100%;height:auto}
`;

interface Frame {
  title: string;
  locale: string;
  /** From the page to the folder of the whole. */
  root: string;
}

/** The beginning of a page. Pure. */
export function openPage({ title, locale, root }: Frame): string {
  const policy = "default-src 'none'; style-src 'self'; img-src 'self'";
  const dir = locale.startsWith("ar") ? "rtl" : "ltr";
  return `<!doctype html>
<html lang="${escapeHtml(locale)}" dir="${dir}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><meta http-equiv="content-security-policy" content="${policy}">
<title>${escapeHtml(title)}</title><link rel="stylesheet" href="${root}style.css"></head><body>
<h1 dir="auto">${escapeHtml(title)}</h1>
`;
}

export const CLOSE_PAGE = "</body></html>\n";

function toText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** One row of a section. Pure. */
export function renderLine(line: Line): string {
  const told = Object.entries(line).filter(([, value]) => value !== null && value !== "" && value !== false);
  const title = told.find(([name]) => name === "title" || name === "name")?.[1];
  const prose = told.filter(([name]) => PROSE.has(name));
  const rest = told.filter(([name]) => !PROSE.has(name) && name !== "title" && name !== "name");
  const facts = rest
    .map(
      ([name, value]) =>
        `<dt>${escapeHtml(name.replaceAll("_", " "))}</dt><dd dir="auto">${escapeHtml(toText(value))}</dd>`,
    )
    .join("");
  return [
    "<article>",
    title === undefined ? "" : `<h2 dir="auto">${escapeHtml(toText(title))}</h2>`,
    ...prose.map(([, value]) => `<p class="prose" dir="auto">${escapeHtml(toText(value))}</p>`),
    facts ? `<dl>${facts}</dl>` : "",
    "</article>\n",
  ].join("");
}
