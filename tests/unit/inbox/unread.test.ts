import { expect, it, vi } from "vitest";
import { followUnread } from "@/lib/inbox/client";
import type { InboxCount } from "@/lib/inbox/schemas";
import type { subscribe } from "@/lib/realtime/subscribe";

const ofUnread = (unread: number): { communities: InboxCount[] } => ({
  communities: [{ tenant_id: "t", unread, mentions: 0, muted_until: null }],
});

/** A store with the connection and the answers in the test's hand. */
function made() {
  const answers: ((unread: number | Error) => void)[] = [];
  const ask = vi.fn(
    () =>
      new Promise<{ communities: InboxCount[] }>((resolve, reject) =>
        answers.push((given) => (given instanceof Error ? reject(given) : resolve(ofUnread(given)))),
      ),
  );
  const stop = vi.fn();
  const heard: Parameters<typeof subscribe>[] = [];
  const listen: typeof subscribe = (...given) => {
    heard.push(given);
    return stop;
  };
  const store = followUnread("me", ask, listen);
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const message = () => heard[0]?.[1]({ id: "1", event: "inbox", payload: {} });
  const state = (now: "live" | "lost") => heard[0]?.[2](now);
  return { store, ask, answers, stop, heard, settle, message, state };
}

it("knows nothing before it was told, and asks when the connection is there and after each message and loss", async () => {
  const { store, ask, answers, heard, settle, message, state } = made();
  const changed = vi.fn();
  store.subscribe(changed);
  expect(heard.map(([topic]) => topic)).toEqual(["user:me"]);
  expect(store.read()).toBeNull();
  expect(ask).not.toHaveBeenCalled();
  state("live");
  answers[0]?.(3);
  await settle();
  expect(store.read()).toBe(3);
  message();
  answers[1]?.(4);
  await settle();
  state("lost");
  answers[2]?.(new Error("offline"));
  await settle();
  // What is not known anew stays as it was.
  expect(store.read()).toBe(4);
  state("live");
  answers[3]?.(0);
  await settle();
  expect(store.read()).toBe(0);
  expect(changed).toHaveBeenCalledTimes(3);
});

it("takes the answer to the last question, whichever comes first", async () => {
  const { store, answers, settle, message } = made();
  store.subscribe(() => undefined);
  message();
  message();
  answers[1]?.(7);
  answers[0]?.(6);
  await settle();
  expect(store.read()).toBe(7);
});

it("listens once for all who look, and no longer than they do", () => {
  const { store, heard, stop } = made();
  const [first, second] = [store.subscribe(() => undefined), store.subscribe(() => undefined)];
  expect(heard).toHaveLength(1);
  first();
  expect(stop).not.toHaveBeenCalled();
  second();
  expect(stop).toHaveBeenCalledOnce();
});
