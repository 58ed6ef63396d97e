import { describe, expect, it } from "vitest";
import { readAddress } from "@/lib/connections/rules";
import { proposeConnectionInput } from "@/lib/connections/schemas";

describe("the address of a community, however it is given", () => {
  it.each([
    ["harbour", "harbour"],
    ["  Harbour ", "harbour"],
    ["harbour.archipelago.example", "harbour"],
    ["https://harbour.archipelago.example/about?x=1#y", "harbour"],
    ["http://harbour.archipelago.localhost:3000/", "harbour"],
    ["harbour:3000", "harbour"],
    ["", ""],
    ["https://", ""],
    ["/about", ""],
  ])("%j is %j", (text, slug) => expect(readAddress(text)).toBe(slug));

  it("is needed", () => {
    const issues = (slug: unknown) =>
      proposeConnectionInput.safeParse({ slug, message: "" }).error?.issues.map(({ message }) => message);
    expect(issues(" ")).toEqual(["required"]);
    expect(issues("x".repeat(61))).toEqual(["too_long"]);
    expect(issues("harbour")).toBeUndefined();
  });
});
