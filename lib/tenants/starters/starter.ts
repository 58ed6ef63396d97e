import type { Purpose } from "../purposes";

/** A post that shows how the place is meant. `body` is Markdown. */
export interface SamplePost {
  title: string;
  body: string;
  tags: readonly string[];
}

/** What a purpose brings. */
export interface PurposeTexts {
  /** At most 160 characters. */
  tagline: string;
  description: string;
  /** The rule that this kind of place needs beside the common ones. */
  rule: string;
  groups: readonly { name: string; description: string }[];
  post: SamplePost;
}

/** Everything that communities begin with, in one language. */
export interface Starters {
  rules: readonly string[];
  welcome: SamplePost;
  hello: SamplePost;
  purposes: Readonly<Record<Purpose, PurposeTexts>>;
}
