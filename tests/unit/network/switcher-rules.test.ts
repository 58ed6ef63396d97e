import { describe, expect, it } from "vitest";
import type { MyCommunity } from "@/lib/tenants/directory-schemas";
import { findSwitcherOrigin, isOnRoot } from "@/lib/tenants/switcher-origin";
import {
  arrange,
  filterCommunities,
  moveTo,
  sortCommunities,
  unreadText,
} from "@/lib/tenants/switcher-rules";

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

  it("filters two hundred by looking at each once, whatever is typed", () => {
    let looks = 0;
    const list = Array.from({ length: 200 }, (_, n) => {
      const { name, slug } = community(`Société Numéro ${n}`, "active", `club-${n}`);
      return {
        slug,
        get name() {
          looks += 1;
          return name;
        },
      };
    });
    expect(filterCommunities(list, "numero 19 soc club")).toHaveLength(12);
    expect(looks).toBe(200);
  });

  it("puts first what one put there, in one's own order", () => {
    const list = [
      { ...community("Ash"), pinned: null },
      { ...community("Zoo"), pinned: 2 },
      { ...community("Elm", "invited"), pinned: 1 },
    ];
    expect(sortCommunities(list).map(({ name }) => name)).toEqual(["Elm", "Zoo", "Ash"]);
  });
});

describe("what stands first", () => {
  it("is put there, moved and taken away", () => {
    expect(arrange([], "a", "pin")).toEqual(["a"]);
    expect(arrange(["a"], "b", "pin")).toEqual(["a", "b"]);
    expect(arrange(["a", "b"], "a", "pin")).toEqual(["b", "a"]);
    expect(arrange(["a", "b", "c"], "c", "up")).toEqual(["a", "c", "b"]);
    expect(arrange(["a", "b", "c"], "a", "down")).toEqual(["b", "a", "c"]);
    expect(arrange(["a", "b"], "a", "up")).toEqual(["a", "b"]);
    expect(arrange(["a", "b"], "b", "down")).toEqual(["a", "b"]);
    expect(arrange(["a", "b"], "x", "down")).toEqual(["a", "b"]);
    expect(arrange(["a", "b"], "a", "unpin")).toEqual(["b"]);
  });

  it("is dragged to the place of another, either way", () => {
    expect(moveTo(["a", "b", "c"], "a", 2)).toEqual(["b", "c", "a"]);
    expect(moveTo(["a", "b", "c"], "c", 0)).toEqual(["c", "a", "b"]);
    expect(moveTo(["a", "b", "c"], "b", 9)).toEqual(["a", "c", "b"]);
  });
});

describe("unreadText", () => {
  it("never takes what is not known for nothing", () => {
    expect(unreadText(null)).toBe("–");
    expect(unreadText(0)).toBeNull();
    expect(unreadText(99)).toBe("99");
    expect(unreadText(100)).toBe("99+");
  });
});
