const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Escapes text for HTML content and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** The source as it was typed, for bodies that are not sensibly Markdown. Nothing is lost, nothing is live. */
export function renderPlainText(source: string): string {
  return `<pre class="plain-text" dir="auto" tabindex="0">${escapeHtml(source.replaceAll("\0", "\u{FFFD}"))}</pre>`;
}
