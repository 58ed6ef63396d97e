import { describe, expect, it } from "vitest";
import type { MyCommunity } from "@/lib/tenants/directory-schemas";
import { findSwitcherOrigin, isOnRoot } from "@/lib/tenants/switcher-origin";
import { filterCommunities, sortCommunities } from "@/lib/tenants/switcher-rules";

const dev = { rootDomain: "archipelago.localhost:3000", protocol: "http" as const };
const live = { rootDomain: "archipelago.example", protocol: "https" as const };

describe("findSwitcherOrigin", () => {
  it.each([
    ["http://tango.archipelago.localhost:3000", dev],
    ["http://admin.archipelago.localhost:3000", dev],
    ["https://tango.archipelago.example", live],
  ])("lets %s read the list", (origin, config) => {
    expect(findSwitcherOrigin(origin, config)).toBe(origin);
  });

  it.each([
    [null, dev],
    ["null", dev],
    ["http://milonga.localhost:3000", dev],
    ["http://tango.archipelago.localhost", dev],
    ["http://tango.archipelago.localhost:3001", dev],
    ["https://tango.archipelago.localhost:3000", dev],
    ["http://archipelago.localhost:3000", dev],
    ["http://a.tango.archipelago.localhost:3000", dev],
    ["http://www.archipelago.localhost:3000", dev],
    ["https://tango.archipelago.example.evil.example", live],
    ["https://tangoarchipelago.example", live],
    ["https://tango.archipelago.example:8443", live],
    ["http://tango.archipelago.example", live],
    ["https://tango.archipelago.example/", live],
    ["https://user@tango.archipelago.example", live],
    ["https://evil.example", live],
  ])("keeps it from %s", (origin, config) => {
    expect(findSwitcherOrigin(origin, config)).toBeNull();
  });
});

describe("isOnRoot", () => {
  it("knows where the browser sends the network's cookies", () => {
    expect(isOnRoot("archipelago.localhost", dev)).toBe(true);
    expect(isOnRoot("tango.archipelago.localhost", dev)).toBe(true);
    expect(isOnRoot("milonga.localhost", dev)).toBe(false);
    expect(isOnRoot("notarchipelago.localhost", dev)).toBe(false);
  });
});

function community(
  name: string,
  membership: MyCommunity["membership"] = "active",
  slug = name.toLowerCase(),
) {
  return { name, slug, membership } as MyCommunity;
}

describe("the list", () => {
  it("puts memberships before invitations, by name", () => {
    const list = [community("Zoo"), community("Ash", "invited"), community("Club 10"), community("Club 9")];
    expect(sortCommunities(list).map(({ name }) => name)).toEqual(["Club 9", "Club 10", "Zoo", "Ash"]);
  });

  it("finds by any words of name or address, whatever their accents", () => {
    const list = [
      community("Galpón Milonga", "active", "tango"),
      community("Harbour Rowing", "active", "harbour"),
    ];
    const names = (query: string) => filterCommunities(list, query).map(({ slug }) => slug);
    expect(names("galpon")).toEqual(["tango"]);
    expect(names("milonga gal")).toEqual(["tango"]);
    expect(names("HARB")).toEqual(["harbour"]);
    expect(names(" ")).toEqual(["tango", "harbour"]);
    expect(names("galpon rowing")).toEqual([]);
  });

  it("filters two hundred in no time", () => {
    const list = Array.from({ length: 200 }, (_, n) =>
      community(`Société Numéro ${n}`, "active", `club-${n}`),
    );
    const began = performance.now();
    expect(filterCommunities(list, "numero 19")).toHaveLength(12);
    expect(performance.now() - began).toBeLessThan(50);
  });
});
