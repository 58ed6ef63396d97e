import account from "./account.json";
import arrival from "./arrival.json";
import auth from "./auth.json";
import commands from "./commands.json";
import common from "./common.json";
import community from "./community.json";
import create from "./create.json";
import errors from "./errors.json";
import events from "./events.json";
import feed from "./feed.json";
import invitations from "./invitations.json";
import mailbox from "./mailbox.json";
import me from "./me.json";
import media from "./media.json";
import members from "./members.json";
import network from "./network.json";
import person from "./person.json";
import platform from "./platform.json";
import post from "./post.json";
import settings from "./settings.json";
import shortcuts from "./shortcuts.json";
import switcher from "./switcher.json";

export const english = {
  account,
  arrival,
  auth,
  common,
  commands,
  community,
  create,
  errors,
  events,
  feed,
  invitations,
  mailbox,
  me,
  media,
  members,
  network,
  person,
  platform,
  post,
  settings,
  shortcuts,
  switcher,
};
