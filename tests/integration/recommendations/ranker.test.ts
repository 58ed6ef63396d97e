import { describe, expect, it } from "vitest";
import { sql } from "../../support/stack.ts";
import { dbOf } from "../people.ts";
import { addEvent, createJourney, createScene, input, noon, setInterests, titles } from "./scene.ts";

describe("what rules suggest", () => {
  it("begins with what somebody is interested in and can go to, and says why", async () => {
    const { owner, reader, communities } = await createScene(3);
    const [a, b, c] = communities as [string, string, string];
    await setInterests(reader, a, ["sailing", "潮汐"], "Lisbon");
    await addEvent(a, owner.id, { title: "Budget meeting", in: 55, city: "Oslo" });
    await addEvent(a, owner.id, { title: "Party on the quay", in: 60, city: "Oslo" });
    await addEvent(b, owner.id, { title: "An evening of Sailing!", in: 30, city: "Porto" });
    await addEvent(c, owner.id, { title: "Concert", in: 10, city: "Lisbon" });
    await addEvent(c, owner.id, { title: "潮汐散步会", in: 40, city: "Tokyo" });
    await addEvent(b, owner.id, { title: "Assailing doubts", in: 31, city: "Oslo" });
    const answer = await input(reader);
    expect(titles(answer)).toEqual([
      "Concert",
      "An evening of Sailing!",
      "潮汐散步会",
      "Budget meeting",
      "Assailing doubts",
      "Party on the quay",
    ]);
    expect(answer.items[0]?.reasons).toEqual([{ code: "city", word: "Lisbon" }, { code: "soon" }]);
    expect(answer.items[1]?.reasons).toEqual([{ code: "interest", word: "sailing" }]);
  });

  it("leaves out what is over, cancelled, one's own, in another community, muted or waved away", async () => {
    const { owner, reader, communities } = await createScene(3);
    const [a, b] = communities as [string, string];
    const other = (await createScene(1)).communities[0];
    await addEvent(a, owner.id, { title: "Over", in: -2 });
    await addEvent(a, owner.id, { title: "Cancelled", in: 4, cancelled: true });
    await addEvent(a, reader.id, { title: "Mine", in: 4 });
    await addEvent(b, owner.id, { title: "Muted", in: 4 });
    const [otherOwner] = await sql<{ user_id: string }>(
      "select user_id from public.tenant_users where tenant_id = $1 and role = 'owner'",
      [other],
    );
    await addEvent(other, otherOwner?.user_id ?? "", { title: "Elsewhere", in: 4 });
    await addEvent(a, owner.id, { title: "There", in: 5 });
    const away = await addEvent(a, owner.id, { title: "Waved away", in: 6 });
    await dbOf(reader).rpc("mute_community", { p_tenant: b, p_for: "day" });
    const { data, error } = await dbOf(reader).rpc("give_recommendations", {
      p_journey: null,
      p_origin: "rules",
      p_items: [{ kind: "event", tenant_id: a, id: away }],
    });
    expect(error).toBeNull();
    const [row] = data as unknown as [{ recommendation_id: string }];
    await dbOf(reader).rpc("tell_recommendations", {
      p_ids: [row.recommendation_id],
      p_outcome: "dismissed",
    });
    expect(titles(await input(reader))).toEqual(["There"]);
    await dbOf(reader).rpc("tell_recommendations", {
      p_ids: [row.recommendation_id],
      p_outcome: "undismissed",
    });
    expect(titles(await input(reader))).toEqual(["There", "Waved away"]);
  });

  it("takes a whole day by its date, under whichever clocks", async () => {
    const { owner, reader, communities } = await createScene(1);
    const [a] = communities;
    const day = (title: string, n: number, zone: string, allDay = true) =>
      addEvent(a, owner.id, { title, in: n, zone, allDay });
    await day("The day before, far west", 19, "Pacific/Pago_Pago");
    await day("The first day, far east", 20, "Pacific/Kiritimati");
    await day("The last day, far west", 21, "Pacific/Pago_Pago");
    await day("The day after, far east", 22, "Pacific/Kiritimati");
    await day("An hour of the day before here", 20, "Pacific/Kiritimati", false);
    const journey = await createJourney(reader, "Two days", { from: 20, days: 2 });
    expect(titles(await input(reader, journey)).toSorted()).toEqual([
      "The first day, far east",
      "The last day, far west",
    ]);
  });

  it("keeps to a journey's days and towns, beside what it holds already", async () => {
    const { owner, reader, communities } = await createScene(2);
    const [a, b] = communities as [string, string];
    const planned = await addEvent(a, owner.id, { title: "Planned", in: 20, city: "Lisbon" });
    await addEvent(b, owner.id, { title: "At the same time", in: 20, city: "Lisbon" });
    await addEvent(b, owner.id, { title: "During the stay", in: 21, city: "Porto" });
    await addEvent(b, owner.id, { title: "In town", in: 22, city: "Lisbon" });
    await addEvent(b, owner.id, { title: "Too late", in: 40, city: "Lisbon" });
    const journey = await createJourney(reader, "Some days in Lisbon", { from: 20, days: 4 }, [
      { kind: "event", source_tenant_id: a, source_id: planned },
      { kind: "free", title: "Hotel", starts_local: noon(20), ends_local: noon(23) },
    ]);
    const answer = await input(reader, journey);
    expect(titles(answer)).toEqual(["In town", "During the stay"]);
    expect(answer.items[0]?.reasons.map(({ code }) => code)).toEqual(["city", "free"]);
    expect(answer.trips).toEqual([]);
  });

  it("does not let a loud community fill the list", async () => {
    const { owner, reader, communities } = await createScene(3);
    const [loud, quiet, still] = communities as [string, string, string];
    for (let n = 0; n < 8; n++) await addEvent(loud, owner.id, { title: `Loud ${n}`, in: 2 + n });
    await addEvent(quiet, owner.id, { title: "Quiet", in: 50 });
    await addEvent(still, owner.id, { title: "Still", in: 70 });
    const first = titles(await input(reader, null, 6)).slice(0, 5);
    expect(first.filter((title) => title.startsWith("Loud"))).toHaveLength(3);
    expect(first).toContain("Quiet");
    expect(first).toContain("Still");
  });

  it("makes trips of what is near in place and time", async () => {
    const { owner, reader, communities } = await createScene(2);
    const [a, b] = communities as [string, string];
    await addEvent(a, owner.id, { title: "One", in: 30, city: "Faro", country: "Portugal" });
    await addEvent(b, owner.id, { title: "Two", in: 31, city: "faro", country: "Portugal" });
    await addEvent(b, owner.id, { title: "Three", in: 32, city: "Faro", country: "Portugal" });
    await addEvent(b, owner.id, { title: "Much later", in: 80, city: "Faro", country: "Portugal" });
    await addEvent(a, owner.id, {
      title: "On screen",
      in: 31,
      city: "Faro",
      country: "Portugal",
      online: true,
    });
    const { trips } = await input(reader);
    expect(trips).toHaveLength(1);
    expect(trips[0]?.items).toHaveLength(3);
    expect(trips[0]?.city.toLowerCase()).toBe("faro");
    expect([trips[0]?.starts_on, trips[0]?.ends_on]).toEqual([noon(30).slice(0, 10), noon(32).slice(0, 10)]);
  });

  it("names a group only where something of one's own speaks for it, and never a hidden one", async () => {
    const { owner, reader, communities } = await createScene(1);
    const [a] = communities;
    await setInterests(reader, a, ["knots"]);
    for (const [name, privacy] of [
      ["Knots and ropes", "private"],
      ["Secret knots", "hidden"],
      ["Cooking", "public"],
    ]) {
      await sql("insert into public.groups (tenant_id, name, privacy, owner_id) values ($1, $2, $3, $4)", [
        a,
        name,
        privacy,
        owner.id,
      ]);
    }
    expect(titles(await input(reader))).toEqual(["Knots and ropes"]);
  });

  it("gives those whom nobody helps what there is by date", async () => {
    const { owner, reader, communities } = await createScene(1, "control");
    const [a] = communities;
    await setInterests(reader, a, ["sailing"]);
    await addEvent(a, owner.id, { title: "Sailing", in: 9 });
    await addEvent(a, owner.id, { title: "Accounts", in: 3 });
    const answer = await input(reader);
    expect(answer.arm).toBe("control");
    expect(titles(answer)).toEqual(["Accounts", "Sailing"]);
    expect(answer.items[0]?.reasons).toEqual([{ code: "date" }]);
  });

  it("says by its key that something changed: an event, a switch, a membership", async () => {
    const { owner, reader, communities } = await createScene(2);
    const [a, b] = communities as [string, string];
    const id = await addEvent(a, owner.id, { title: "First", in: 9 });
    const key = async () => (await input(reader)).data_key;
    const seen = [await key()];
    expect(await key()).toBe(seen[0]);
    await sql("update public.events set title = 'Second' where id = $1", [id]);
    seen.push(await key());
    await sql("update public.tenants set ai_allowed = true where id = $1", [a]);
    seen.push(await key());
    await dbOf(reader).rpc("leave_community", { p_tenant: b });
    seen.push(await key());
    expect(new Set(seen).size).toBe(4);
  });
});
