import account from "./messages/en/account.json";
import auth from "./messages/en/auth.json";
import common from "./messages/en/common.json";
import community from "./messages/en/community.json";
import create from "./messages/en/create.json";
import errors from "./messages/en/errors.json";
import events from "./messages/en/events.json";
import feed from "./messages/en/feed.json";
import mailbox from "./messages/en/mailbox.json";
import me from "./messages/en/me.json";
import members from "./messages/en/members.json";
import network from "./messages/en/network.json";
import platform from "./messages/en/platform.json";
import post from "./messages/en/post.json";
import settings from "./messages/en/settings.json";
import switcher from "./messages/en/switcher.json";

/** All texts of the app by namespace. English is the reference that other languages follow. */
export const messages = {
  account,
  auth,
  common,
  community,
  create,
  errors,
  events,
  feed,
  mailbox,
  me,
  members,
  network,
  platform,
  post,
  settings,
  switcher,
};

export type Messages = typeof messages;
