import type { NestedKeyOf } from "next-intl";
import type { Messages } from "./messages";

/** Path of a text or of a group of texts: `feed.like`, `post.comments`, `switcher`. */
export type TextPath = NestedKeyOf<Messages>;
