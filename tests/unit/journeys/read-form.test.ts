import { expect, test } from "vitest";
import { readActivityForm } from "@/components/journeys/read-form";

function read(fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return readActivityForm(form, { time_zone: "UTC", visible_to: "companions" });
}

test("how it was is read as soon as it is done, and not of what is not", () => {
  const memory = "We came in last.";
  expect(read({ title: "Regatta", state: "done", memory })).toMatchObject({ state: "done", memory });
  expect(read({ title: "Regatta", state: "done", memory: "" })).toMatchObject({ memory: "" });
  expect(read({ title: "Regatta", state: "planned", memory })).not.toHaveProperty("memory");
});
