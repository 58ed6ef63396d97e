import account from "./account.json";
import arranging from "./arranging.json";
import arrival from "./arrival.json";
import auth from "./auth.json";
import commands from "./commands.json";
import common from "./common.json";
import community from "./community.json";
import connections from "./connections.json";
import create from "./create.json";
import deletion from "./deletion.json";
import door from "./door.json";
import errors from "./errors.json";
import events from "./events.json";
import examples from "./examples.json";
import exports from "./exports.json";
import feed from "./feed.json";
import inbox from "./inbox.json";
import invitations from "./invitations.json";
import journeys from "./journeys.json";
import leaving from "./leaving.json";
import mailbox from "./mailbox.json";
import me from "./me.json";
import media from "./media.json";
import members from "./members.json";
import network from "./network.json";
import person from "./person.json";
import platform from "./platform.json";
import post from "./post.json";
import recommendations from "./recommendations.json";
import settings from "./settings.json";
import sharing from "./sharing.json";
import shortcuts from "./shortcuts.json";
import streams from "./streams.json";
import switcher from "./switcher.json";

export const japanese = {
  account,
  arranging,
  arrival,
  auth,
  common,
  commands,
  community,
  connections,
  create,
  deletion,
  door,
  errors,
  events,
  exports,
  examples,
  feed,
  inbox,
  invitations,
  leaving,
  journeys,
  mailbox,
  me,
  media,
  members,
  network,
  person,
  platform,
  post,
  recommendations,
  settings,
  sharing,
  shortcuts,
  streams,
  switcher,
};
