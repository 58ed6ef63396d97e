import Parser, { type MarkdownIt, type StateInline, type Token } from "markdown-it";
import footnotes from "markdown-it-footnote";
import { memberPath, readMentionAt } from "./mentions";
import { safeLink } from "./urls";

/** Deeper block nesting than this is not writing but an attack. */
export const MAX_NESTING = 60;

function createParser(breaks: boolean, withFootnotes: boolean): MarkdownIt {
  const md = new Parser({ html: false, linkify: true, breaks, maxNesting: MAX_NESTING });
  // Without a scheme, `main.rs` and `node.js` would turn into links to strangers.
  md.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
  md.linkify.add("ftp:", null).add("//", null);
  md.validateLink = (address) => safeLink(address) !== undefined;
  md.inline.ruler.before("link", "mention", readMention);
  md.core.ruler.push("align_attribute", (state) => state.tokens.forEach(alignByAttribute));
  if (!withFootnotes) return md;
  md.use(footnotes);
  // The plugin puts a rule above the notes; the stylesheet draws that line.
  md.renderer.rules.footnote_block_open = () => '<section class="footnotes">\n<ol>\n';
  return md;
}

/** `@[Name](member:<id>)`: a link to that member's page. Within another link it is only text. */
function readMention(state: StateInline, silent: boolean): boolean {
  const mention = readMentionAt(state.src, state.pos);
  if (!mention) return false;
  if (!silent) {
    state.pending = state.pending.replace(/@$/, "");
    const linked = state.linkLevel === 0;
    if (linked) {
      const open = state.push("link_open", "a", 1);
      open.attrs = [
        ["href", memberPath(mention.id)],
        ["class", "mention"],
      ];
    }
    state.push("text", "", 0).content = `@${mention.name}`;
    if (linked) state.push("link_close", "a", -1);
  }
  state.pos = mention.end;
  return true;
}

/** Column alignment comes as a style attribute, which a strict content policy would refuse. */
function alignByAttribute(token: Token): void {
  const style = token.attrGet("style");
  if (typeof style !== "string") return;
  token.attrs = [["align", style.replace("text-align:", "")]];
}

const parsers = {
  plain: createParser(false, false),
  plainBreaks: createParser(true, false),
  footnotes: createParser(false, true),
  footnotesBreaks: createParser(true, true),
};

/**
 * The parser for a source. Footnotes are understood where there are few enough of them: each repeated mark
 * adds a line to the notes, so thousands would multiply the size of the page.
 */
export function parserFor(source: string, breaks: boolean): MarkdownIt {
  const marks = source.split("[^", 402).length - 1;
  const kind = marks > 0 && marks <= 400 ? "footnotes" : "plain";
  return parsers[breaks ? (`${kind}Breaks` as const) : kind];
}
