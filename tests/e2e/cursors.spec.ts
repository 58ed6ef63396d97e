import { expect, test } from "playwright/test";
import { PLACES } from "./places.ts";
import { postPath } from "./screens.ts";
import { ask } from "./wire.ts";
import { makeCommunity, makePeople } from "./world.ts";

const [{ at }] = PLACES;

test("a cursor from elsewhere shows nothing from there, and one that is none is refused", async () => {
  const [ana] = await makePeople("Ana Pratt");
  const members = [{ person: ana, role: "owner" as const }];
  const makeIsle = (word: string) =>
    makeCommunity({
      members,
      posts: Array.from({ length: 25 }, (_, index) => ({
        by: ana,
        title: `${word} ${index}`,
        body: word,
        visibility: "public" as const,
        comments: Array.from({ length: 60 }, (__, n) => ({
          author: ana.key as never,
          body: word,
          minutesAgo: n,
        })).slice(0, index === 0 ? 60 : 0),
      })),
    });
  const [heron, otter] = [await makeIsle("heron"), await makeIsle("otter")];
  const get = async (path: string) => {
    const { status, body } = await ask(at(otter, path));
    return { status, body };
  };
  const next = async (isle: typeof heron, path: string) =>
    (JSON.parse((await ask(at(isle, path))).body) as { next: string | null }).next ?? "";
  const lists: [string, string][] = [
    ["/api/v1/feed?before=", await next(heron, "/api/v1/feed")],
    [
      `/api/v1${postPath(otter.slug, "p0").replace("/p/", "/posts/")}/comments?after=`,
      await next(heron, `/api/v1${postPath(heron.slug, "p0").replace("/p/", "/posts/")}/comments`),
    ],
  ];
  for (const [path, cursor] of lists) {
    expect(cursor).not.toBe("");
    const foreign = await get(`${path}${encodeURIComponent(cursor)}`);
    expect(foreign.status, path).toBe(200);
    expect(foreign.body).not.toContain("heron");
    for (const bad of ["x", "'", "9".repeat(500), `x${cursor}`, "../..", "%00", "[]"]) {
      expect.soft((await get(`${path}${bad}`)).status, `${path}${bad}`).toBe(422);
    }
  }
});
