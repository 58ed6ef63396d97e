import type { HostKindOfPage } from "./shortcuts";

/** What `g` and another key lead to. */
export type Way =
  /** A page of this host. */
  | { to: string }
  /** A page of the network host. */
  | { onNetwork: string }
  | { open: "switcher" }
  /** One of one's communities, counted from 1 in the order of the switcher. */
  | { community: number };

interface Where {
  host: HostKindOfPage;
  /** Whether the person belongs to the community of this host. */
  member: boolean;
}

/** Decides where a sequence of keys leads; null for one that is none, or not to be had here. */
export function decideWay(keys: string, { host, member }: Where): Way | null {
  const here = host === "community";
  const elsewhere = (path: string): Way => (host === "network" ? { to: path } : { onNetwork: path });
  switch (keys) {
    case "g h":
      return { to: here && member ? "/about" : "/" };
    case "g f":
      return here ? { to: "/" } : elsewhere("/feed");
    case "g a":
      return elsewhere("/feed");
    case "g i":
      return elsewhere("/inbox");
    case "g s":
      return { open: "switcher" };
    case "g e":
      return here ? { to: "/events" } : null;
    case "g m":
      return here && member ? { to: "/members" } : null;
    case "g c":
      return host === "network" ? { to: "/communities" } : null;
  }
  const digit = /^g ([1-9])$/.exec(keys)?.[1];
  return digit ? { community: Number(digit) } : null;
}
