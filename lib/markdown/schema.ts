import type { Schema } from "hast-util-sanitize";

const BLOCKS = [
  "blockquote",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "hr",
  "li",
  "ol",
  "p",
  "pre",
  "section",
  "ul",
];
const INLINES = ["a", "br", "code", "del", "em", "img", "s", "strong", "sup"];
const TABLES = ["table", "tbody", "td", "th", "thead", "tr"];

const ANCESTORS = { td: ["table"], th: ["table"], tr: ["table"], tbody: ["table"], thead: ["table"] };

/** The only elements and attributes that a member's text may produce. Everything else is taken out. */
export const markdownSchema: Schema = {
  tagNames: [...BLOCKS, ...INLINES, ...TABLES],
  strip: ["script", "style", "template", "textarea", "title", "xmp", "noscript", "iframe", "svg", "math"],
  attributes: {
    a: ["href", "title", "id", ["className", "footnote-backref", "mention"]],
    code: [["className", /^language-[\w+#.-]{1,40}$/]],
    img: ["src", "alt", "title"],
    li: ["id"],
    ol: ["start"],
    section: [["className", "footnotes"]],
    sup: [["className", "footnote-ref"]],
    td: [["align", "left", "center", "right"]],
    th: [["align", "left", "center", "right"]],
  },
  ancestors: ANCESTORS,
  protocols: { href: ["http", "https", "mailto"], src: ["http", "https"] },
  clobber: [],
  allowComments: false,
  allowDoctypes: false,
};
