import pg from "pg";
import { describe, expect, it, onTestFinished } from "vitest";
import { sql, stackEnv } from "../../support/stack.ts";
import { createCommunity, createPerson } from "../people.ts";
import { connect, embedded, hears, listen, send, tokenOf } from "./listeners.ts";

/** Keeps every policy that asks who is signed in from answering, until the returned function is called. */
async function holdUp(): Promise<() => Promise<unknown>> {
  const client = new pg.Client(stackEnv().ADMIN_DATABASE_URL);
  await client.connect();
  onTestFinished(() => client.end());
  await client.query("begin; lock table auth.sessions in access exclusive mode");
  return () => client.query("rollback");
}

describe.skipIf(!embedded)("a question that the database does not get to", () => {
  it("shuts no channel, and is not told to a newcomer as a refusal", async () => {
    const owner = await createPerson();
    const feed = `tenant:${(await createCommunity(owner)).id}:feed`;
    const token = await tokenOf(owner);
    const ear = await listen(await connect(token), feed);
    const goOn = await holdUp();
    await sql("notify realtime_recheck");
    const late = await listen(await connect(token), feed);
    expect(late.statuses).toEqual(["CHANNEL_ERROR"]);
    expect(late.reasons).toEqual([expect.stringContaining("unable to connect")]);
    await goOn();
    await send(feed, "after that");
    await hears(ear, "after that");
    expect(ear.statuses).toEqual(["SUBSCRIBED"]);
    await expect.poll(() => late.statuses.at(-1), { timeout: 15_000 }).toBe("SUBSCRIBED");
  });
});
