import { expect, test } from "vitest";
import { as, tokenOf } from "./engine/acts.ts";
import { harbour, idOf } from "./engine/cast.ts";
import { type Db, rowsOf } from "./engine/db.ts";
import { planted } from "./engine/harness.ts";
import { call, friend, owner, plan } from "./engine/journeys.ts";

const fair = "00000000-0000-7000-8000-0000000000b2";
const own = "00000000-0000-7000-8000-0000000000b3";

type Activity = {
  id: string;
  title: string | null;
  place: string | null;
  source: object | null;
  source_state: string | null;
  starts_local: string | null;
};
type Page = { activities: Activity[]; communities: object[]; people: { id: string }[] } | null;

const page = (db: Db, person: string) => call<Page>(db, person, `public.journey_page('${plan}')`);
const source = (id: string, label: string) =>
  `{"id": "${id}", "kind": "event", "source_tenant_id": "${harbour.id}", "source_id": "${idOf("event", harbour, label)}"}`;

test("a companion who loses the membership stays on the journey and reads no word of that community any more", async () => {
  await planted(async (db) => {
    await call(
      db,
      owner,
      `public.create_journey('{"id": "${plan}", "title": "Two ports", "time_zone": "UTC"}', '[${source(fair, "fair")}]')`,
    );
    await call(db, owner, `public.invite_to_journey('${plan}', repeat('a', 64), 'editor')`);
    await call(db, friend, `public.join_journey(repeat('a', 64))`);
    // One that the companion planned: it is theirs, as they saw it.
    await call(db, friend, `public.add_activities('${plan}', '[${source(own, "meeting")}]')`);
    const see = async (id: string) => (await page(db, friend))?.activities.find((one) => one.id === id);
    expect(await see(fair)).toMatchObject({ title: "fair", source_state: "there" });

    for (const status of ["suspended", "removed"]) {
      await db.query("update public.tenant_users set status = $3 where tenant_id = $1 and user_id = $2", [
        harbour.id,
        friend,
        status,
      ]);
      expect([status, await see(fair)]).toMatchObject([
        status,
        {
          title: null,
          place: null,
          source: null,
          source_state: "elsewhere",
          starts_local: "2030-05-01T18:00:00",
        },
      ]);
      expect([status, await see(own)]).toMatchObject([status, { title: "meeting", source_state: "left" }]);
      const left = await page(db, friend);
      expect([left?.communities, left?.people.map(({ id }) => id)]).toEqual([[], [owner, friend]]);
      // Nothing new of it is planned, and nothing is found.
      const again = source("00000000-0000-7000-8000-0000000000b4", "crossing");
      expect(await as(db, tokenOf(friend), `public.add_activities('${plan}', '[${again}]')`)).toContain(
        "not_found:source",
      );
      expect(JSON.stringify(await call(db, friend, "public.journey_sources('fair')"))).not.toContain(
        harbour.id,
      );
    }
    // Its address for calendar programs goes the same way, by the person and not by a token.
    await call(db, friend, `public.set_journey_calendar('${plan}', repeat('c', 64))`);
    const [calendar] = await rowsOf<{ shown: { activities: Activity[] } }>(
      db,
      `select public.journey_calendar('${plan}', repeat('c', 64)) as shown`,
    );
    expect(calendar?.shown.activities.find(({ id }) => id === fair)).toMatchObject({ title: null });
    // The owner, who belongs there, sees both; what the other planned is still there for them.
    expect((await page(db, owner))?.activities.map(({ source_state }) => source_state)).toEqual([
      "there",
      "there",
    ]);
    await db.query("update public.tenant_users set status = 'active' where tenant_id = $1 and user_id = $2", [
      harbour.id,
      friend,
    ]);
    expect(await see(fair)).toMatchObject({ title: "fair", source_state: "there" });
  });
});
