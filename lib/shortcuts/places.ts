import { canInTenant } from "@/lib/auth/permissions";
import type { Role } from "@/lib/auth/roles";
import type { HostKindOfPage } from "./shortcuts";

/** A place or an action of the palette; texts and icons are found by it. */
export type PlaceId =
  | "feed"
  | "home"
  | "about"
  | "events"
  | "members"
  | "settings"
  | "door"
  | "me"
  | "newPost"
  | "newEvent"
  | "all"
  | "inbox"
  | "landing"
  | "communities"
  | "found"
  | "account"
  | "language"
  | "appearance"
  | "sessions"
  | "staff"
  | "signIn"
  | "signOut"
  | "help";

export interface PalettePlace {
  id: PlaceId;
  group: "here" | "do" | "network";
  /** A page of this host, one of the network host, or something that happens here. */
  to: { path: string } | { network: string } | "signOut" | "help";
  /** Id of its shortcut. */
  shortcut?: string;
}

interface Where {
  host: HostKindOfPage;
  signedIn: boolean;
  /** The community of this host with the person's role in it; null on other hosts. */
  tenant: { isPublic: boolean; role: Role | null } | null;
}

/** What somebody can go to and do from a page of this host, in the order of the palette. */
export function listPlaces(where: Where): PalettePlace[] {
  const { host, signedIn, tenant } = where;
  const here = tenant ? communityPlaces(tenant, signedIn) : [];
  const staff: PalettePlace[] =
    host === "platform" ? [{ id: "staff", group: "here", to: { path: "/" }, shortcut: "goHome" }] : [];
  return [...here, ...staff, ...networkPlaces(host, signedIn), ...lastPlaces(where)];
}

function communityPlaces(tenant: NonNullable<Where["tenant"]>, signedIn: boolean): PalettePlace[] {
  const asker = { signedIn, membership: tenant.role && { role: tenant.role, status: "active" as const } };
  const may = (permission: Parameters<typeof canInTenant>[1]) => canInTenant(asker, permission);
  const place = (id: PlaceId, path: string, shortcut?: string): PalettePlace[] => [
    { id, group: "here", to: { path }, shortcut },
  ];
  const deed = (id: PlaceId, path: string): PalettePlace[] => [{ id, group: "do", to: { path } }];
  const member = may("member.list");
  return [
    ...(member ? place("feed", "/", "goFeed") : place("home", "/", "goHome")),
    ...(member || tenant.isPublic ? place("events", "/events", "goEvents") : []),
    ...(member ? place("members", "/members", "goMembers") : []),
    ...(member ? place("about", "/about", "goHome") : []),
    ...(may("share.review") ? place("door", "/door") : []),
    ...(may("profile.edit") ? place("me", "/me") : []),
    ...(may("community.settings") ? place("settings", "/settings") : []),
    ...(may("post.create") ? deed("newPost", "/#field-body") : []),
    ...(may("event.create") ? deed("newEvent", "/events/new") : []),
  ];
}

function networkPlaces(host: HostKindOfPage, signedIn: boolean): PalettePlace[] {
  const at = (path: string) => (host === "network" ? { path } : { network: path });
  const place = (id: PlaceId, path: string, shortcut?: string): PalettePlace => ({
    id,
    group: "network",
    to: at(path),
    shortcut,
  });
  return [
    ...(signedIn ? [place("all", "/feed", "goAll"), place("inbox", "/inbox", "goInbox")] : []),
    place("landing", "/", host === "network" ? "goHome" : undefined),
    place("communities", "/communities", host === "network" ? "goCommunities" : undefined),
    place("found", "/communities/new"),
    ...(signedIn
      ? [
          place("account", "/account"),
          place("language", "/account#field-locale"),
          place("appearance", "/account#field-appearance"),
          place("sessions", "/account/sessions"),
        ]
      : []),
  ];
}

function lastPlaces({ host, signedIn }: Where): PalettePlace[] {
  const signIn = host === "community" ? "/session/start" : "/sign-in";
  return [
    { id: "help", group: "do", to: "help", shortcut: "help" },
    signedIn
      ? { id: "signOut", group: "do", to: "signOut" }
      : { id: "signIn", group: "do", to: { path: signIn } },
  ];
}
