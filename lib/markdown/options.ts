import type { LinkCard } from "./link-card";

/** Words that the rendered HTML needs for readers who listen to it. */
export interface MarkdownLabels {
  table: string;
  code: string;
  taskDone: string;
  taskOpen: string;
  footnotes: string;
  backToText: string;
}

export interface MarkdownOptions {
  /** Origin (`https://rust.example.org`) that relative links and images resolve against; without it they stay relative. */
  linkBase?: string;
  /** Path in place of `/media/` below which our own pictures are served, where they are another community's. */
  mediaBase?: string;
  /** Level of the body's highest heading; the others keep their distance to it. Default 2. */
  headingStart?: 2 | 3 | 4;
  /** Prefix of every id, so that several bodies can stand on one page. Default `user-content-`. */
  idPrefix?: string;
  /** A single line break in the source breaks the line: for comments and messages. Default false. */
  breaks?: boolean;
  /** The first picture is loaded at once: for the text that a page is about. Default false. */
  eagerPicture?: boolean;
  /** Cards of links, shown below those that are alone in a paragraph. None by default. */
  cards?: readonly LinkCard[];
  /** Accessible names in the reader's language; English where left out. */
  labels?: Partial<MarkdownLabels>;
}

export interface ResolvedOptions {
  linkBase: string | undefined;
  mediaBase: string | undefined;
  headingStart: 2 | 3 | 4;
  idPrefix: string;
  breaks: boolean;
  eagerPicture: boolean;
  cards: readonly LinkCard[];
  labels: MarkdownLabels;
}

const ENGLISH: MarkdownLabels = {
  table: "Table",
  code: "Code",
  taskDone: "Done",
  taskOpen: "To do",
  footnotes: "Footnotes",
  backToText: "Back to the text",
};

/** Fills in the defaults. */
export function resolveOptions(options: MarkdownOptions): ResolvedOptions {
  return {
    linkBase: options.linkBase,
    mediaBase: options.mediaBase,
    headingStart: options.headingStart ?? 2,
    idPrefix: (options.idPrefix ?? "user-content-").replace(/[^\w-]/g, "-"),
    breaks: options.breaks ?? false,
    eagerPicture: options.eagerPicture ?? false,
    cards: options.cards ?? [],
    labels: { ...ENGLISH, ...options.labels },
  };
}
