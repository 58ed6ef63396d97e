import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import {
  DIRECTORY_SORTS,
  type DirectoryPlace,
  parseDirectoryCursor,
  WHOLE_DIRECTORY,
} from "@/lib/tenants/directory-place";
import { getDirectoryPage } from "@/lib/tenants/directory-queries";
import { sql } from "../../support/stack.ts";
import { createPerson, dbOf, type Person } from "../people.ts";

const word = `w${randomUUID()
  .replaceAll("-", "")
  .replace(/[0135]/g, "7")
  .slice(0, 12)}`;
let asker: Person;

interface Row {
  name: string;
  locale?: string;
  privacy?: string;
  join?: string;
  members?: number;
  status?: string;
  listed?: boolean;
}

const ROWS: Row[] = [
  { name: "Ålesund", members: 3, locale: "nb" },
  { name: "alder", members: 3, locale: "pt-BR" },
  { name: "Zebra 100%", members: 9, locale: "pt", privacy: "private", join: "invite" },
  { name: "beech", members: 1, join: "request" },
  { name: "Secret", members: 50, privacy: "secret", join: "invite" },
  { name: "Unlisted", members: 50, listed: false },
  { name: "Suspended", members: 50, status: "suspended" },
  { name: "Deleted", members: 50, status: "deleted" },
];

beforeAll(async () => {
  asker = await createPerson();
  for (const [n, row] of ROWS.entries()) {
    await sql(
      `insert into public.tenants (slug, name, tagline, locale, privacy, join_policy, member_count, status, listed, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, now() + $10 * interval '1 second')`,
      [
        `${word}${"abcdefgh".charAt(n)}`,
        row.name,
        `About ${word}.`,
        row.locale ?? "en",
        row.privacy ?? "public",
        row.join ?? "open",
        row.members ?? 0,
        row.status ?? "active",
        row.listed ?? true,
        n,
      ],
    );
  }
});

async function names(place: Partial<DirectoryPlace>): Promise<string[]> {
  const { items } = await getDirectoryPage(dbOf(asker), { ...WHOLE_DIRECTORY, q: word, ...place });
  return items.map(({ name }) => name);
}

const ORDERS = {
  members: ["Zebra 100%", expect.any(String), expect.any(String), "beech"],
  new: ["beech", "Zebra 100%", "alder", "Ålesund"],
  name: ["alder", "Ålesund", "beech", "Zebra 100%"],
};

describe("the directory", () => {
  it.each(DIRECTORY_SORTS)("by %s shows the listed alone, in its order", async (sort) => {
    expect(await names({ sort })).toEqual(ORDERS[sort]);
  });

  it.each(DIRECTORY_SORTS)("by %s pages without gaps or repeats", async (sort) => {
    const whole = await names({ sort });
    const paged: string[] = [];
    let after: DirectoryPlace["after"] = null;
    do {
      const place: DirectoryPlace = { ...WHOLE_DIRECTORY, q: word, sort, after };
      const page = await getDirectoryPage(dbOf(asker), { ...place, limit: 1 });
      paged.push(...page.items.map(({ name }) => name));
      expect(page.total).toBe(after === null ? 4 : null);
      after = page.next === null ? null : parseDirectoryCursor(page.next, sort);
    } while (after);
    expect(paged).toEqual(whole);
  });

  it("narrows by language whatever its region, by joining and by reading", async () => {
    expect(await names({ language: "pt", sort: "name" })).toEqual(["alder", "Zebra 100%"]);
    expect(await names({ join: "request" })).toEqual(["beech"]);
    expect(await names({ privacy: "private" })).toEqual(["Zebra 100%"]);
    expect(await names({ privacy: "private", join: "open" })).toEqual([]);
  });

  it("offers languages of listed communities only", async () => {
    const { languages } = await getDirectoryPage(dbOf(asker), WHOLE_DIRECTORY);
    expect(languages).toContain("nb");
    expect(languages).toContain("pt");
    await sql("update public.tenants set listed = false where slug = $1", [`${word}a`]);
    expect((await getDirectoryPage(dbOf(asker), WHOLE_DIRECTORY)).languages).not.toContain("nb");
  });

  it("looks for what was typed, with no sign that means anything", async () => {
    expect(await names({ q: "zebra 100%" })).toEqual(["Zebra 100%"]);
    expect(await names({ q: `${word}_` })).toEqual([]);
  });
});
