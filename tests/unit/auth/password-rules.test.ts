import { describe, expect, it } from "vitest";
import { findPasswordProblem } from "@/lib/auth/password-rules";

const EMAIL = "lucia.fernandez@galpon.example";

describe("findPasswordProblem", () => {
  it.each([
    ["", "password_short"],
    ["seven77", "password_short"],
    ["ünïcödé", "password_short"],
    ["x".repeat(40) + "y".repeat(33), "password_long"],
    [`${"あ".repeat(24)}い`, "password_long"],
    ["lucia.fernandez@galpon.example", "password_is_address"],
    ["LUCIA.fernandez", "password_is_address"],
    ["lucia.fernandez1990!", "password_is_address"],
    ["password", "password_common"],
    ["Password1", "password_common"],
    ["P@ssw0rd!", "password_common"],
    ["summer2026", "password_common"],
    ["12345678", "password_common"],
    ["19731973", "password_common"],
    ["20261120", "password_common"],
    ["abcdefghi", "password_common"],
    ["aaaaaaaaa", "password_common"],
    ["abcabcabc", "password_common"],
    ["qwertyuiop", "password_common"],
    ["1q2w3e4r", "password_common"],
    ["archipelago1", "password_common"],
    ["!!!!!!!!!", "password_common"],
  ])("refuses %j as %s", (password, problem) => {
    expect(findPasswordProblem(password, EMAIL)).toBe(problem);
  });

  it.each([
    "tidewater",
    "correct horse battery staple",
    "nuestra milonga del jueves",
    "7drowsyotters",
    "夜の灯台はやさしい",
  ])("takes %j", (password) => expect(findPasswordProblem(password, EMAIL)).toBeNull());

  it("does not mind an address that is missing", () => {
    expect(findPasswordProblem("tidewater", "")).toBeNull();
  });
});
