import { describe, expect, it } from "vitest";
import { createQueue } from "@/lib/media/queue";

/** Work that ends when it is told to. */
function held() {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { end, ended };
}

describe("the line of work", () => {
  it("lets one in at a time, in order, and sends away whoever comes when it is full", async () => {
    const { enter, full } = createQueue(2);
    const first = held();
    const order: number[] = [];
    const work = (n: number, until?: Promise<void>) => async () => {
      await until;
      order.push(n);
      return n;
    };
    const all = [enter(work(1, first.ended)), enter(work(2))];
    expect(full()).toBe(false);
    all.push(enter(work(3)));
    expect(full()).toBe(true);
    await expect(enter(work(4))).rejects.toMatchObject({ code: "unavailable", reason: "uploads_busy" });
    first.end();
    expect(await Promise.all(all)).toEqual([1, 2, 3]);
    expect(order).toEqual([1, 2, 3]);
    expect(full()).toBe(false);
  });

  it("goes on after a failure", async () => {
    const { enter } = createQueue(1);
    await expect(enter(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
    expect(await enter(async () => "next")).toBe("next");
  });
});
