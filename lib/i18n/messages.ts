import common from "./messages/en/common.json";
import errors from "./messages/en/errors.json";

/** All texts of the app by namespace. English is the reference that other languages follow. */
export const messages = { common, errors };

export type Messages = typeof messages;
