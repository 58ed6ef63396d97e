import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ActivityFields } from "@/components/journeys/activity-fields";
import { CATALOGUES } from "@/lib/i18n/messages";
import type { Activity } from "@/lib/journeys/schemas";
import { attributesOf } from "../markdown/inert";

const row = { kind: "free", own_title: "Regatta", note: "", memory: "", time_zone: "UTC" } as Activity;

test("how it was can be written in the same form in which it becomes done", () => {
  const names = (state: Activity["state"]) =>
    attributesOf(
      renderToStaticMarkup(
        <NextIntlClientProvider locale="en" messages={CATALOGUES.en} timeZone="UTC">
          <ActivityFields row={{ ...row, state }} mayHide={false} />
        </NextIntlClientProvider>,
      ),
      "textarea",
    ).map(({ name }) => name);
  expect(names("planned")).toEqual(names("done"));
  expect(names("planned")).toContain("memory");
});
