import { beforeAll, expect, onTestFinished, test } from "vitest";
import { followUnread } from "@/lib/inbox/client";
import { markRead, muteNotices, openNotice } from "@/lib/inbox/mutations";
import { getInbox, getInboxCounts } from "@/lib/inbox/queries";
import { NETWORK_ITSELF } from "@/lib/inbox/schemas";
import {
  answerInvitation,
  commentJourney,
  findCompanions,
  getInvitationToMe,
  inviteByName,
  withdrawInvitation,
} from "@/lib/journeys/company";
import { createJourney } from "@/lib/journeys/mutations";
import { getJourney } from "@/lib/journeys/queries";
import { createChannelClient } from "@/lib/realtime/client";
import { Hub } from "@/lib/realtime/hub";
import { sql, stackEnv } from "../../support/stack.ts";
import { createCommunity, createPerson, dbOf, join, type Person } from "../people.ts";
import { readLog } from "../read-log.ts";
import { describeRealtime } from "../realtime/listeners.ts";
import { mintToken } from "../stack/clients.ts";

let planner: Person;
let friend: Person;
let journey: string;

beforeAll(async () => {
  [planner, friend] = [await createPerson("Planner"), await createPerson("Friend of tides")];
  const community = await createCommunity(planner);
  await join(friend, community.id);
  journey = (
    await createJourney({ db: dbOf(planner) }, { title: "Two ports", time_zone: "UTC", activities: [] })
  ).id;
});

const project = () => readLog("journey_notices");
const ctx = (person: Person) => ({ db: dbOf(person) });
const invite = () => inviteByName(ctx(planner), { journey, person: friend.id, role: "editor" });
const lines = async (person: Person) => (await getInbox(dbOf(person), { filter: "journeys" })).items;

test("somebody invited by name finds it in the inbox, answers, and hears what is said", async () => {
  expect(await findCompanions(dbOf(planner), journey, "frie")).toMatchObject([
    { id: friend.id, standing: null },
  ]);
  await Promise.all([invite(), invite()]);
  await Promise.all([project(), project()]);
  const [line, ...more] = await lines(friend);
  expect([line?.kind, line?.journey?.title, more]).toEqual(["journey_invitation", "Two ports", []]);
  expect(await openNotice(ctx(friend), line?.id ?? "")).toBe(`/journeys/invited/${journey}`);
  expect(await getInvitationToMe(dbOf(friend), journey)).toMatchObject({ title: "Two ports", mine: null });
  expect((await getJourney(dbOf(planner), journey))?.invited).toMatchObject([{ id: friend.id }]);
  const answers = await Promise.all([
    answerInvitation(ctx(friend), { journey, answer: "yes" }),
    answerInvitation(ctx(friend), { journey, answer: "yes" }),
  ]);
  expect(answers).toEqual([true, true]);
  await commentJourney(ctx(friend), { journey, id: crypto.randomUUID(), body: "When do we sail?" });
  await project();
  expect(await lines(friend)).toEqual([]);
  const heard = await lines(planner);
  expect(heard.map(({ kind }) => kind)).toEqual(["journey_comment", "journey_joined"]);
  expect(await openNotice(ctx(planner), heard[0]?.id ?? "")).toBe(`/journeys/${journey}`);
  expect(await markRead(ctx(planner), { community: NETWORK_ITSELF, until: new Date().toISOString() })).toBe(
    1,
  );
});

describeRealtime("an open page", () => {
  test("counts an invitation when it comes, and no more when it is taken back or muted", async () => {
    const late = await createPerson("Latecomer");
    const [{ tenant_id: community } = { tenant_id: "" }] = await sql<{ tenant_id: string }>(
      "select tenant_id from public.tenant_users where user_id = $1",
      [planner.id],
    );
    await join(late, community);
    const hub = new Hub({
      fetchTicket: async () => {
        const claims = {
          role: "anon",
          scope: "realtime",
          listener: late.id,
          listener_session: late.sessionId,
        };
        const token = await mintToken(claims, undefined, "60s");
        return { url: stackEnv().SUPABASE_URL, key: stackEnv().SUPABASE_PUBLISHABLE_KEY, token, seconds: 60 };
      },
      connect: createChannelClient,
      now: Date.now,
      chance: () => 0,
    });
    const store = followUnread(
      late.id,
      async () => ({ communities: await getInboxCounts(dbOf(late)) }),
      (topic, onMessage, onState) => hub.listen(topic, { onMessage, onState }),
    );
    onTestFinished(store.subscribe(() => undefined));
    const until = (state: () => unknown) => expect.poll(state, { timeout: 20_000 });
    await until(store.read).toBe(0);
    await inviteByName(ctx(planner), { journey, person: late.id, role: "voter" });
    await project();
    await until(store.read).toBe(1);
    await muteNotices(ctx(late), { community: NETWORK_ITSELF, span: "hour" });
    await until(store.read).toBe(0);
    await muteNotices(ctx(late), { community: NETWORK_ITSELF });
    await until(store.read).toBe(1);
    await withdrawInvitation(ctx(planner), { journey, person: late.id });
    await until(store.read).toBe(0);
  });
});
