import { expect, test } from "vitest";
import { closestLanguage } from "@/lib/i18n/closest-language";

test.each([
  ["es", "es"],
  ["es-AR", "es"],
  ["pt-BR", "pt-BR"],
  ["zh-Hans", "en"],
  ["", "en"],
])("for %j a community is offered %j first", (wanted, offered) => {
  expect(closestLanguage(["ar", "en", "es", "pt", "pt-BR"], wanted)).toBe(offered);
});
