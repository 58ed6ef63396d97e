import { expect, test } from "vitest";
import { personColumns } from "@/lib/personal-data/registry";
import { call, tokenOf } from "./engine/acts.ts";
import { harbour, personOf } from "./engine/cast.ts";
import { rowsOf } from "./engine/db.ts";
import { planted } from "./engine/harness.ts";
import { type Act, acts, cases, leaving, type Mode, rowNow, traces } from "./engine/leaving.ts";
import { rowsIn, type Snapshot, textOf } from "./engine/snapshots.ts";

/** What follows from others' rows and may change with them: who reads a comment below a post that went. */
const derived = ["stream_id", "is_public", "version", "updated_at", "is_latest"];

/** What became of the rows that a column ties to somebody, in the words of the registry. */
function fateOf(column: string, person: string, before: Snapshot, after: Snapshot): Set<string> {
  const [, table = "", field = ""] = /^(.+)\.(\w+)$/.exec(column) ?? [];
  const mine = rowsIn(before, table).filter(
    ([, row]) => row[field] === person && (row.tenant_id ?? row.id) === harbour.id,
  );
  const fates = mine.map(([key, row]) => {
    const next = rowNow(after, table, key, person);
    if (!next) return "deleted";
    if (next[field] === null) return "cleared";
    if (next.body === "" && row.body !== undefined) return "emptied";
    if (next[field] === person) return "kept";
    return field === "owner_id" && table.endsWith(".groups") ? "handed over" : "former";
  });
  return new Set(fates);
}

/** Columns whose rows met another fate than the registry says. */
function misfortunes(mode: Mode, person: string, before: Snapshot, after: Snapshot): string[] {
  return Object.entries(personColumns).flatMap(([column, fates]) => {
    const wanted = fates[mode];
    if (typeof wanted !== "string") return [];
    // What nobody else reads goes either way, and what had gone before is emptied too.
    const allowed = wanted === "former" ? ["former", "emptied", "deleted"] : [wanted, "emptied"];
    const met = [...fateOf(column, person, before, after)];
    return met.filter((fate) => !allowed.includes(fate)).map((fate) => `${column}: ${fate}, not ${wanted}`);
  });
}

/** Ids of what somebody made: rows of the log speak of them, and mentions stand in their texts. */
function madeBy(person: string, before: Snapshot): Set<unknown> {
  const columns = {
    posts: "author_id",
    post_comments: "author_id",
    events: "organizer_id",
    media: "owner_id",
  };
  return new Set(
    Object.entries(columns).flatMap(([table, column]) =>
      rowsIn(before, `public.${table}`).flatMap(([, row]) => (row[column] === person ? [row.id] : [])),
    ),
  );
}

/** Rows of other people that are not as they were, but for the ids by which they point to the person. */
function touched(person: string, before: Snapshot, after: Snapshot): { looked: number; changed: string[] } {
  const made = madeBy(person, before);
  const changed: string[] = [];
  let looked = 0;
  for (const [table, rows] of before) {
    const people = Object.keys(personColumns)
      .filter((name) => name.startsWith(`${table}.`))
      .map((name) => name.slice(table.length + 1));
    for (const [key, row] of people.length > 0 ? rows : []) {
      const theirs =
        row[people[0] ?? ""] === person || made.has(row.stream_id ?? row.target_id) || made.has(row.place_id);
      const speaks = /_(events|logs)$/.test(table) && JSON.stringify(row).includes(person);
      if (theirs || speaks || table.endsWith(".groups")) continue;
      const without = [...derived, ...people.filter((column) => row[column] === person)];
      looked += 1;
      if (textOf(row, without) !== textOf(after.get(table)?.get(key), without))
        changed.push(`${table} ${key}`);
    }
  }
  return { looked, changed };
}

/** Rows of other communities that are not as they were. A share that stood between the two has ended. */
function touchedElsewhere(person: string, before: Snapshot, after: Snapshot): string[] {
  return [...before].flatMap(([table, rows]) =>
    [...rows].flatMap(([key, row]) => {
      const elsewhere = row.tenant_id !== undefined && row.tenant_id !== harbour.id;
      const share = table === "public.content_sharing" && row.author_id === person;
      if (!elsewhere || share) return [];
      return textOf(row) === textOf(after.get(table)?.get(key)) ? [] : [`${table} ${key}`];
    }),
  );
}

test.each(cases)(
  "nothing leads to %s who would %s any more, and nobody else lost a thing",
  async (who, mode) => {
    await planted(async (db) => {
      const all = Object.keys(acts) as Act[];
      const { person, before, after } = await leaving(db, who, mode, [...all, "edit", "post"]);
      const others = touched(person, before, after);
      expect(others.changed).toEqual([]);
      expect(others.looked).toBeGreaterThan(150);
      expect(touchedElsewhere(person, before, after)).toEqual([]);
      expect(misfortunes(mode, person, before, after)).toEqual([]);
      expect(await traces(db, person)).toEqual([]);
      expect(await traces(db, "planted note")).toEqual([]);
      expect(await traces(db, "planted then removed")).toEqual([]);
      const words = await traces(db, "planted words");
      expect(words.length > 0).toBe(mode === "anonymise");
      expect((await traces(db, "words of somebody else")).length).toBeGreaterThan(0);
      expect(await rowsOf(db, "select from private.erasures where user_id is not null")).toEqual([]);
    });
  },
);

test("what a backup brings back is erased again, and whoever joined again since stays", async () => {
  await planted(async (db) => {
    const person = personOf(harbour, "member");
    const other = personOf(harbour, "moderator");
    const rows = async (table: string, column: string) =>
      rowsOf<{ row: unknown }>(
        db,
        `select to_jsonb(x) as row from ${table} x where tenant_id = $1 and ${column} = $2`,
        [harbour.id, person],
      );
    const [membership] = await rows("public.tenant_users", "user_id");
    for (const who of [person, other]) {
      await call(db, tokenOf(who), `public.leave_community('${harbour.id}', 'anonymise')`);
      await db.query("select private.erase_next()");
    }
    await call(db, tokenOf(other), `public.join_community('${harbour.id}')`);
    await db.query(
      "update public.tenant_users set joined_at = clock_timestamp() + interval '1 second' where user_id = $1",
      [other],
    );
    await db.query(
      'insert into public.tenant_users select * from jsonb_populate_record(null::public.tenant_users, $1::jsonb || \'{"joined_at": "2020-01-01"}\')',
      [JSON.stringify(membership?.row)],
    );
    await db.query(acts.post(person));
    expect((await rowsOf(db, "select private.reapply_erasures() as n"))[0]).toEqual({ n: 1 });
    expect(await traces(db, person)).toEqual([]);
    expect(await rows("public.tenant_users", "user_id")).toEqual([]);
    const [again] = await rowsOf(db, "select status from public.tenant_users where user_id = $1", [other]);
    expect(again).toEqual({ status: "active" });
    expect((await rowsOf(db, "select private.reapply_erasures() as n"))[0]).toEqual({ n: 0 });
  });
});
