import { describe, expect, it } from "vitest";
import { payloadOf } from "@/lib/actions/form-data";

function form(...fields: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

describe("payloadOf", () => {
  it("gives a form as plain data, repeated fields as a list", () => {
    expect(payloadOf(form(["title", "Tides"], ["tag", "a"], ["tag", "b"], ["tag", "c"]))).toEqual({
      title: "Tides",
      tag: ["a", "b", "c"],
    });
  });

  it("leaves out what React adds, and cannot be used to reach a prototype", () => {
    const payload = payloadOf(form(["$ACTION_ID_1", ""], ["__proto__", "x"], ["body", "hello"]));
    expect(payload).toMatchObject({ body: "hello" });
    expect(({} as Record<string, unknown>).x).toBeUndefined();
    expect(Object.keys(payload as object)).not.toContain("$ACTION_ID_1");
  });

  it("passes data that is no form through as it is", () => {
    const data = { body: "x" };
    expect(payloadOf(data)).toBe(data);
    expect(payloadOf(undefined)).toBeUndefined();
  });
});
