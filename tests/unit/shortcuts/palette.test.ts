import { describe, expect, it } from "vitest";
import { CATALOGUES } from "@/lib/i18n/messages";
import { matchCommands } from "@/lib/shortcuts/commands";
import { listPlaces } from "@/lib/shortcuts/places";
import { SHORTCUTS } from "@/lib/shortcuts/shortcuts";

const OWNER = { isPublic: true, role: "owner" } as const;
const ids = (where: Parameters<typeof listPlaces>[0]) => listPlaces(where).map(({ id }) => id);

describe("places of the palette", () => {
  it("are those that somebody may go to", () => {
    const visitor = ids({
      host: "community",
      signedIn: false,
      tenant: { isPublic: false, role: null },
    });
    expect(visitor).toEqual(["home", "landing", "communities", "found", "help", "signIn"]);
    const member = ids({ host: "community", signedIn: true, tenant: { isPublic: false, role: "member" } });
    expect(member).toEqual(expect.arrayContaining(["feed", "members", "newPost", "newEvent", "signOut"]));
    expect(member).not.toContain("settings");
    expect(member).not.toContain("door");
    expect(
      ids({ host: "community", signedIn: true, tenant: { isPublic: false, role: "moderator" } }),
    ).toContain("door");
    expect(ids({ host: "community", signedIn: true, tenant: OWNER })).toContain("settings");
    expect(ids({ host: "network", signedIn: true, tenant: null })).not.toContain("members");
    expect(ids({ host: "platform", signedIn: true, tenant: null })).toContain("staff");
  });

  it("leave the host of a community for the network's pages", () => {
    const [account] = listPlaces({ host: "community", signedIn: true, tenant: OWNER }).filter(
      ({ id }) => id === "account",
    );
    expect(account?.to).toEqual({ network: "/account" });
  });

  it("name shortcuts that there are, and have texts", () => {
    const known = new Set<string>(SHORTCUTS.map(({ id }) => id));
    for (const host of ["community", "network", "platform"] as const) {
      for (const place of listPlaces({ host, signedIn: true, tenant: host === "community" ? OWNER : null })) {
        if (place.shortcut) expect(known).toContain(place.shortcut);
        expect(CATALOGUES.en.commands.places[place.id]).toBeTruthy();
        expect(CATALOGUES.en.commands.words[place.id]).toBeTruthy();
      }
    }
  });
});

describe("searching", () => {
  const commands = [
    { label: "Settings of this community", words: "admin" },
    { label: "Café del Mar", words: "cafe-del-mar" },
    { label: "Sessions" },
    { label: "بستان المدينة" },
  ];
  const labels = (query: string) => matchCommands(commands, query).map(({ label }) => label);

  it("finds all words in any order, without case and accents, in labels and other words", () => {
    expect(labels("COMMUNITY sett")).toEqual(["Settings of this community"]);
    expect(labels("cafe")).toEqual(["Café del Mar"]);
    expect(labels("admin")).toEqual(["Settings of this community"]);
    expect(labels("المدينة")).toEqual(["بستان المدينة"]);
    expect(labels("nowhere")).toEqual([]);
    expect(labels("  ")).toHaveLength(4);
  });

  it("puts first what begins so", () => {
    expect(labels("se")[0]).toBe("Settings of this community");
    expect(matchCommands([{ label: "My sessions" }, { label: "Sessions" }], "sess")[0]?.label).toBe(
      "Sessions",
    );
  });
});
