import { COMMUNITY_PARTS } from "./community-parts";
import { NETWORK_PARTS } from "./network-parts";
import type { TextPath } from "./text-path";

const SHARED_PARTS = {
  root: ["common.errorTitle", "common.errorText", "common.retry", "common.requestId", "common.failureNote"],
  switcher: ["switcher"],
  form: ["errors.unavailable"],
  file: ["common.file"],
  mark: [
    "media.choose",
    "media.change",
    "media.remove",
    "media.saved",
    "media.removed",
    "media.refused",
    "media.notArrived",
  ],
} as const satisfies Record<string, readonly TextPath[]>;

/**
 * Texts that components use in browsers, by the part of a page that shows them. `<Messages of={["feed"]}>` sends a
 * part; what the server renders needs none. A test compares these lists with what the components ask for.
 */
export const TEXT_PARTS = { ...SHARED_PARTS, ...COMMUNITY_PARTS, ...NETWORK_PARTS };

/** A part of a page whose texts can be sent to browsers. */
export type TextPart = keyof typeof TEXT_PARTS;
