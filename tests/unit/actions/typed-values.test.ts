import { describe, expect, it } from "vitest";
import { typedValues } from "@/lib/actions/form-data";

describe("typedValues", () => {
  it("gives back what was typed, and no secret", () => {
    const form = new FormData();
    form.set("email", "ana@example.org");
    form.set("password", "tidewater");
    form.set("token_hash", "abc");
    form.set("$ACTION_KEY", "k1");
    form.set("picture", new Blob(["x"]));
    expect(typedValues(form)).toEqual({ email: "ana@example.org" });
  });

  it("leaves payloads that are no form alone", () => {
    expect(typedValues({ email: "ana@example.org" })).toBeUndefined();
  });
});
