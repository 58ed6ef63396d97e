import type { Page } from "playwright/test";
import { personId } from "../../supabase/local/demo/people-rows.ts";
import { behaviours, type Caught, type ProviderServer, startProvider } from "../support/provider-server.ts";
import { expect, test } from "./fixtures.ts";
import { SignIn } from "./pages/sign-in.ts";
import { Switcher } from "./pages/switcher.ts";
import { hasRealArchives, importCopies, NO_REAL_ARCHIVES } from "./real-archives.ts";
import { appServer, network, subdomain } from "./support.ts";
import { addMembers, makePeople, type Person, withDatabase } from "./world.ts";

test.skip(!hasRealArchives, NO_REAL_ARCHIVES);
test.setTimeout(240_000);

const TITLE = "Winter by rail";
const REASON = "The last stop before the ferry home.";

const dialog = (page: Page, name: string) => page.getByRole("dialog", { name });
const activity = (page: Page, name: RegExp) =>
  page.locator("[data-activity]:visible").filter({ hasText: name });
const suggestions = (page: Page) => page.getByRole("region", { name: "Suggestions", exact: true });

/** Somebody with rules’ help: one person in ten is given what there is by date. */
async function makeHelped(name: string): Promise<Person> {
  for (;;) {
    const [person] = await makePeople(name);
    const helped = await withDatabase((client) =>
      client.query("select 1 where private.recommendation_arm($1) = 'helped'", [personId(person.key)]),
    );
    if (helped.rowCount) return person;
  }
}

/** What communities’ admins and a person say yes to, so that a provider is asked. */
async function allowHelp(person: Person, slugs: readonly string[]): Promise<void> {
  await withDatabase(async (client) => {
    await client.query("update public.tenants set ai_allowed = true where slug = any ($1)", [slugs]);
    await client.query("update public.profiles set ai_help = true where id = $1", [personId(person.key)]);
  });
}

async function eventPath(slug: string, title: string): Promise<string> {
  const { rows } = await withDatabase((client) =>
    client.query<{ id: string }>(
      "select e.id from public.events e join public.tenants t on t.id = e.tenant_id where t.slug = $1 and e.title = $2",
      [slug, title],
    ),
  );
  return `/events/${rows[0]?.id}`;
}

interface Candidate {
  id: string;
  title: string;
}

const candidatesIn = ({ body }: Caught): Candidate[] =>
  JSON.parse(body.messages.at(-1)?.content ?? "{}").candidates;

/** Puts one event before all others, and says why. */
const prefers = (title: string) =>
  behaviours.says((caught) => {
    const { id } = candidatesIn(caught).find((one) => one.title === title) ?? { id: "none" };
    return JSON.stringify({ items: [{ id, reason: REASON }] });
  });

/** Opens the journey anew, and waits until it is said who ordered the suggestions. */
async function expectOrderedBy(page: Page, label: string): Promise<void> {
  // A list that somebody points at keeps its order.
  await page.mouse.move(0, 0);
  await page.reload();
  await suggestions(page).scrollIntoViewIfNeeded();
  await expect(suggestions(page).getByText(label, { exact: true })).toBeVisible();
  await expect(suggestions(page).getByRole("listitem").first()).toBeVisible();
}

async function begin(page: Page, from: string, until: string): Promise<string> {
  await page.goto(network("/journeys"));
  await page.getByLabel("Name of the journey").fill(TITLE);
  await page.getByLabel(/^First day/).fill(from);
  await page.getByLabel(/^Last day/).fill(until);
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: TITLE })).toBeVisible();
  await new Switcher(page).awake();
  return page.url();
}

/** Adds something from a community by its name, and a dinner in one's own words. */
async function addFromPanel(page: Page, event: RegExp, day: string): Promise<void> {
  await page.getByRole("button", { name: "Add", exact: true }).first().click();
  const adding = dialog(page, "Add to this journey");
  await adding.getByRole("searchbox", { name: "Search" }).fill("espc");
  await adding.getByRole("button", { name: event }).click();
  await expect(activity(page, /ESPC/)).toBeVisible();
  await page.getByRole("button", { name: "Add", exact: true }).first().click();
  await adding.getByRole("button", { name: "In my own words" }).click();
  await adding.getByLabel(/^What/).fill("Dinner by the canal");
  await adding.getByLabel("Day").fill(day);
  await adding.getByLabel("From").fill("19:00");
  await adding.getByLabel("Until").fill("21:00");
  await adding.getByRole("button", { name: "Add it" }).click();
  await expect(activity(page, /Dinner by the canal.*19:00/)).toBeVisible();
}

/** From the page of an event in its community into the journey. */
async function addFromItsPage(page: Page, person: Person, slug: string, title: string): Promise<void> {
  await new SignIn(page).at(subdomain(slug, await eventPath(slug, title)), person);
  await page.getByRole("link", { name: "Add to a journey" }).click();
  await page.getByRole("button", { name: new RegExp(TITLE) }).click();
  await expect(activity(page, new RegExp(title))).toBeVisible();
}

async function inviteByLink(page: Page): Promise<string> {
  await new Switcher(page).awake();
  await page.getByRole("button", { name: "Only me", exact: true }).click();
  const people = dialog(page, "Who travels along");
  await people.getByRole("button", { name: "Make a link" }).click();
  const link = await people.getByLabel("Link to this journey").inputValue();
  await page.keyboard.press("Escape");
  return link;
}

/** Joins, votes, says something and moves the dinner by a quarter of an hour. */
async function travelAlong(page: Page, link: string, journey: string): Promise<void> {
  await page.goto(link);
  await page.getByRole("button", { name: "Join the journey" }).click();
  await expect(page).toHaveURL(journey);
  await page.goto(`${journey}?view=list`);
  await new Switcher(page).awake();
  await expect(activity(page, /ESPC/)).toBeVisible();
  await expect(activity(page, /React Day Berlin/)).toBeVisible();
  await expect(activity(page, /Something in a community you are not in/)).toBeVisible();
  await expect(page.getByText("droidcon London")).toHaveCount(0);
  await page.getByRole("button", { name: "For “ESPC”: 0" }).click();
  await page.getByLabel("Say something to those who travel along").fill("I bring the bread.");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByText("I bring the bread.", { exact: true })).toBeVisible();
  await activity(page, /Dinner/).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
}

test("two people plan one journey over three real communities, with help and without", async ({
  page,
  otherBrowser,
}) => {
  const { slugs, moved } = await importCopies(["data", "nodejs", "security"], "2026-11-30");
  const [data, nodejs] = slugs;
  const rosa = await makeHelped("Rosa Vell");
  const [olga] = await makePeople("Olga Sand");
  for (const slug of slugs) await addMembers(slug, { person: rosa });
  for (const slug of [data, nodejs]) await addMembers(slug, { person: olga });

  await new SignIn(page).onNetwork(rosa);
  const journey = await begin(page, moved("2026-11-29"), moved("2026-12-11"));
  await addFromPanel(page, /^ESPC.*Data$/s, moved("2026-11-30"));
  await addFromItsPage(page, rosa, nodejs, "React Day Berlin");

  const { name, port } = appServer().provider;
  let provider: ProviderServer | undefined = await startProvider(prefers("droidcon London"), port);
  // Not before: whoever does not answer three times is left alone for a while.
  await allowHelp(rosa, slugs);
  const [byProvider, byRules] = [`Ordered by ${name}`, "Rule-based suggestions"];
  const first = suggestions(page).getByRole("listitem").first();
  try {
    await test.step("the provider answers", async () => {
      await page.goto(journey);
      await expectOrderedBy(page, byProvider);
      await expect(first).toContainText("droidcon London");
      await expect(first).toContainText(REASON);
      await expect(suggestions(page).getByText("In Berlin").first()).toBeVisible();
      await page.getByRole("button", { name: "Add to the journey: droidcon London" }).click();
      await expect(activity(page, /droidcon London/)).toBeVisible();
    });

    const other = await otherBrowser();
    await test.step("somebody travels along", async () => {
      const link = await inviteByLink(page);
      await new SignIn(other).onNetwork(olga);
      await travelAlong(other, link, journey);
      await expect(activity(page, /Dinner by the canal.*19:15/)).toBeVisible();
      await expect(other.getByText(/^19:15/)).toBeVisible();
      await page.goto(`${journey}?view=list`);
      await expect(page.getByRole("button", { name: "For “ESPC”: 1" })).toBeVisible();
      await expect(page.getByText("I bring the bread.", { exact: true })).toBeVisible();
      await new Switcher(page).awake();
      await page.getByRole("button", { name: "“Dinner by the canal” is done" }).click();
      await expect(
        other.getByRole("button", { name: "“Dinner by the canal” is done", pressed: true }),
      ).toBeVisible();
    });

    await test.step("the provider says nothing, and then is gone", async () => {
      provider?.behave(behaviours.hangs());
      await expectOrderedBy(page, byRules);
      await expect(first).not.toContainText(REASON);
      await provider?.stop();
      provider = undefined;
      await expectOrderedBy(page, byRules);
      await expect(
        suggestions(page)
          .getByText(/^In (Berlin|Amsterdam)/)
          .first(),
      ).toBeVisible();
    });
  } finally {
    await provider?.stop();
  }
});
