import fc from "fast-check";
import { expect, test } from "vitest";
import { mergeChanges, newestRows } from "@/lib/journeys/merge";
import { type Outcome, saveOver } from "@/lib/journeys/save";

test("merging loses nothing: each change of mine is taken, settled or disputed", () => {
  const row = fc.record({ title: fc.nat(2), note: fc.nat(2), state: fc.nat(2) });
  fc.assert(
    fc.property(row, row, row, (base, mine, theirs) => {
      const { clear, disputed } = mergeChanges(base, mine, theirs);
      for (const field of ["title", "note", "state"] as const) {
        const settled = mine[field] === theirs[field];
        const asked = disputed.some((choice) => field in choice);
        expect([field in clear, asked, settled].filter(Boolean)).toHaveLength(1);
        if (field in clear) expect(theirs[field]).toBe(base[field]);
      }
    }),
  );
});

test("fields that stand together are never half of one and half of another", () => {
  const wall = fc.nat(3);
  const row = fc.record({ from: wall, until: wall });
  const part = fc.record({ from: wall, until: wall }, { requiredKeys: [] });
  fc.assert(
    fc.property(row, part, row, (base, mine, theirs) => {
      const { clear, disputed } = mergeChanges(base, mine, theirs, [["from", "until"]]);
      const meant = { ...base, ...mine };
      for (const choice of disputed) expect(choice).toEqual(meant);
      const saved = { ...theirs, ...clear };
      expect([JSON.stringify(theirs), JSON.stringify(meant)]).toContain(JSON.stringify(saved));
    }),
  );
});

test("a reading that began before something was saved does not take it back", () => {
  const row = (version: number, title: string) => ({ id: "a", version, title });
  const saved = row(2, "At a quarter past");
  const before = new Map([["a", saved]]);
  expect(newestRows([row(1, "On the hour")], before)[0]).toBe(saved);
  expect(newestRows([row(2, "At a quarter past")], before)[0]).toBe(saved);
  expect(newestRows([row(2, "Voted on")], before)).toEqual([row(2, "Voted on")]);
  expect(newestRows([row(3, "At half past")], before)).toEqual([row(3, "At half past")]);
  expect(newestRows([], before)).toEqual([]);
});

interface Fields {
  title: string;
  note: string;
}
type Row = Fields & { version: number };

/** A row that is kept as the database keeps it, changed by others before each writing. */
function kept(there: Row, others: (Partial<Fields> | "removed" | "offline")[]) {
  let row: Row | null = there;
  const save = (base: Row, mine: Partial<Fields>): Promise<Outcome<Row, Fields>> =>
    saveOver(
      {
        fieldsOf: ({ title, note }: Row) => ({ title, note }),
        together: [],
        write: async (from, changes) => {
          const other = others.shift();
          if (other === "offline") throw new Error("offline");
          if (other === "removed") row = null;
          else if (other && row) row = { ...row, ...other, version: row.version + 1 };
          if (row?.version !== from.version) return { ok: true, data: { outcome: "conflict", row } };
          row = { ...row, ...changes, version: row.version + 1 };
          return { ok: true, data: { outcome: "saved", row } };
        },
      },
      base,
      mine,
    );
  return { save, now: () => row };
}

const BASE: Row = { version: 1, title: "Regatta", note: "" };

test("what only I changed is saved before I am asked about the rest", async () => {
  const { save, now } = kept(BASE, [{ title: "Quiet regatta" }]);
  const outcome = await save(BASE, { title: "Loud regatta", note: "Bring a coat" });
  expect(now()).toMatchObject({ title: "Quiet regatta", note: "Bring a coat" });
  expect(outcome).toEqual({ kind: "disputed", row: now(), disputed: [{ title: "Loud regatta" }] });
});

test("somebody who is faster again and again is laid under each time", async () => {
  const { save, now } = kept(BASE, [{ title: "Quiet regatta" }, { note: "Bring a hat" }]);
  const outcome = await save(BASE, { title: "Loud regatta", note: "Bring a coat" });
  expect(outcome).toEqual({
    kind: "disputed",
    row: now(),
    disputed: [{ title: "Loud regatta" }, { note: "Bring a coat" }],
  });
  const other = kept(BASE, [{ note: "Bring a hat" }]);
  expect(await other.save(BASE, { title: "Loud regatta" })).toMatchObject({ kind: "saved" });
  expect(other.now()).toMatchObject({ title: "Loud regatta", note: "Bring a hat" });
});

test("what could not be written says so, with nothing of it written", async () => {
  const offline = kept(BASE, [{ title: "Quiet regatta" }, "offline"]);
  expect(await offline.save(BASE, { title: "Loud regatta", note: "Bring a coat" })).toMatchObject({
    kind: "failed",
  });
  expect(offline.now()).toMatchObject({ title: "Quiet regatta", note: "" });
  expect(await kept(BASE, ["removed"]).save(BASE, { note: "Bring a coat" })).toEqual({ kind: "removed" });
});
