import common from "./messages/en/common.json";
import community from "./messages/en/community.json";
import errors from "./messages/en/errors.json";
import events from "./messages/en/events.json";
import feed from "./messages/en/feed.json";
import members from "./messages/en/members.json";
import post from "./messages/en/post.json";
import settings from "./messages/en/settings.json";

/** All texts of the app by namespace. English is the reference that other languages follow. */
export const messages = {
  common,
  community,
  errors,
  events,
  feed,
  members,
  post,
  settings,
};

export type Messages = typeof messages;
