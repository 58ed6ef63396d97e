import { beforeAll, expect, test } from "vitest";
import type { Db } from "@/lib/supabase/client";
import { getSwitcher } from "@/lib/tenants/directory-queries";
import { createCommunity, createPerson, dbOf, type Person } from "../people.ts";

let person: Person;

beforeAll(async () => {
  person = await createPerson("Mei");
  await createCommunity(person);
  await createCommunity(person);
});

/** The database with one function that answers something else. */
function answering(name: string, answer: { error: { code: string; message: string }; status: number }): Db {
  const db = dbOf(person);
  const failing = { abortSignal: () => Promise.resolve({ data: null, ...answer }) };
  return new Proxy(db, {
    get(target, key) {
      if (key !== "rpc") return Reflect.get(target, key);
      return (called: string, ...rest: []) =>
        called === name ? failing : target.rpc(called as never, ...rest);
    },
  });
}

test("the list comes without counts where counting is too slow or away, and says that it does not know", async () => {
  const whole = await getSwitcher(dbOf(person));
  expect(whole.map(({ mentions }) => mentions)).toEqual([0, 0]);
  for (const [code, status] of [
    ["57014", 500],
    ["", 0],
  ] as const) {
    const left = await getSwitcher(answering("switcher", { error: { code, message: "late" }, status }));
    expect(left.map(({ id }) => id)).toEqual(whole.map(({ id }) => id));
    expect(left.map(({ unread, mentions }) => [unread, mentions])).toEqual([
      [null, null],
      [null, null],
    ]);
  }
});

test("what is refused is refused", async () => {
  const refused = { error: { code: "42501", message: "forbidden:network_only" }, status: 403 };
  await expect(getSwitcher(answering("switcher", refused))).rejects.toMatchObject({ code: "forbidden" });
});
