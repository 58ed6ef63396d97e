/** How much a benchmark database holds. Everything else follows from these numbers, so equal sizes give equal data. */
export type SeedSize = {
  /** Part of the state folder's name. */
  name: string;
  communities: number;
  people: number;
  posts: number;
  /** People with 50 memberships, and with 10; the others have one to six. */
  with50: number;
  with10: number;
};

const network = { communities: 2_000, people: 100_000, with50: 200, with10: 1_000 };

/** The sizes of `npm run bench`: 30,000 posts only serve as the foot of the growth figure. */
export const sizes = {
  few: { ...network, name: "few", posts: 30_000 },
  usual: { ...network, name: "usual", posts: 300_000 },
  deep: { ...network, name: "deep", posts: 3_000_000 },
} satisfies Record<string, SeedSize>;

/** The size behind the budgets that the integration tests assert. */
export const budgetSize: SeedSize = {
  name: "budget",
  communities: 200,
  people: 2_000,
  posts: 30_000,
  with50: 4,
  with10: 40,
};
