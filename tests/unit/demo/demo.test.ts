import { describe, expect, it } from "vitest";
import { demo, demoPassword, demoSignIns } from "@/supabase/local/demo/index";
import type { DemoComment, DemoCommunity, DemoMember, DemoPost } from "@/supabase/local/demo/types";

const MINUTES_PER_DAY = 1440;
const peopleKeys = new Set<string>(demo.people.map((person) => person.key));

interface PlacedComment {
  readonly comment: DemoComment;
  readonly parentMinutesAgo: number;
  readonly depth: number;
}

function flatten(comments: readonly DemoComment[], parentMinutesAgo: number, depth = 1): PlacedComment[] {
  return comments.flatMap((comment) => [
    { comment, parentMinutesAgo, depth },
    ...flatten(comment.replies ?? [], comment.minutesAgo, depth + 1),
  ]);
}

function commentsOf(post: DemoPost): PlacedComment[] {
  return flatten(post.comments, post.minutesAgo);
}

/** Everybody who was let in at some time, whatever became of them. */
function entered(community: DemoCommunity): Map<string, DemoMember> {
  const inside = community.members.filter(({ status }) => status !== "invited" && status !== "requested");
  return new Map(inside.map((member) => [member.person, member]));
}

function duplicates(values: readonly string[]): string[] {
  return values.filter((value, at) => values.indexOf(value) !== at);
}

/** Every piece of prose of a community, without its code blocks. */
function proseOf(community: DemoCommunity): string[] {
  const posts = community.posts.flatMap((post) => [
    post.title ?? "",
    post.body,
    ...commentsOf(post).map(({ comment }) => comment.body),
  ]);
  const events = community.events.flatMap((event) => [event.title, event.description]);
  return [community.tagline, community.description, community.rules, ...posts, ...events].map((text) =>
    text.replaceAll(/^~~~[\s\S]*?^~~~$/gmu, ""),
  );
}

describe("the demo network", () => {
  it("has about forty people with unique keys, addresses and names", () => {
    expect(demo.people.length).toBeGreaterThanOrEqual(38);
    expect(demo.people.length).toBeLessThanOrEqual(46);
    expect(duplicates(demo.people.map(({ key }) => key))).toEqual([]);
    expect(duplicates(demo.people.map(({ name }) => name))).toEqual([]);
    for (const { key, email } of demo.people) expect(email).toBe(`${key}@demo.archipelago.test`);
    expect(demo.people.filter(({ staff }) => staff).map(({ key }) => key)).toEqual(["staff"]);
  });

  it("mixes privacy, status, language and domain", () => {
    const by = Object.fromEntries(demo.communities.map((community) => [community.slug, community]));
    expect(Object.keys(by)).toEqual(["tango", "harbour", "bustan", "lantern", "forge"]);
    expect(by.tango).toMatchObject({ privacy: "public", joinPolicy: "open", locale: "es" });
    expect(by.tango?.domain).toBe("milonga.localhost");
    expect(by.harbour).toMatchObject({ privacy: "public", joinPolicy: "request", locale: "en" });
    expect(by.bustan).toMatchObject({ privacy: "private", joinPolicy: "request", locale: "ar" });
    expect(by.lantern).toMatchObject({ privacy: "secret", joinPolicy: "invite", locale: "en" });
    expect(by.forge).toMatchObject({ privacy: "public", status: "suspended" });
    expect(duplicates(demo.communities.map(({ accent }) => accent))).toEqual([]);
  });

  it("places everybody but staff somewhere, and Maya in four as an ordinary member", () => {
    const placed = new Set(demo.communities.flatMap(({ members }) => members.map(({ person }) => person)));
    const nowhere = [...peopleKeys].filter((key) => ![...placed].some((person) => person === key));
    expect(nowhere).toEqual(["staff"]);
    const maya = demo.communities.flatMap(({ members }) => members.filter(({ person }) => person === "maya"));
    expect(maya.map(({ role, status }) => `${role} ${status}`)).toEqual(Array(4).fill("member active"));
    expect(new Set(maya.map(({ displayName }) => displayName)).size).toBe(4);
  });

  it("knows every way of belonging", () => {
    const statuses = new Set(demo.communities.flatMap(({ members }) => members.map(({ status }) => status)));
    expect([...statuses].toSorted()).toEqual(["active", "invited", "removed", "requested", "suspended"]);
  });

  it("offers sign-ins that exist", () => {
    const addresses = new Set<string>(demo.people.map(({ email }) => email));
    expect(demoSignIns.map(({ email }) => email.split("@")[0])).toEqual([
      "maya",
      "lucia",
      "amara",
      "henrietta",
      "staff",
    ]);
    for (const { email, password } of demoSignIns) {
      expect(addresses).toContain(email);
      expect(password).toBe(demoPassword);
    }
  });

  it("has long and short posts, a title of forty words, a long thread and a deep one", () => {
    const posts = demo.communities.flatMap((community) => community.posts);
    const words = (text: string) => text.split(/\s+/u).filter(Boolean).length;
    expect(posts.filter(({ body }) => words(body) >= 600).length).toBeGreaterThanOrEqual(4);
    expect(posts.filter(({ body }) => words(body) <= 40).length).toBeGreaterThanOrEqual(6);
    expect(posts.filter(({ title }) => title === undefined).length).toBeGreaterThanOrEqual(8);
    expect(Math.max(...posts.map(({ title }) => words(title ?? "")))).toBeGreaterThanOrEqual(40);
    expect(Math.max(...posts.map((post) => commentsOf(post).length))).toBeGreaterThanOrEqual(25);
    const depths = posts.flatMap((post) => commentsOf(post).map(({ depth }) => depth));
    expect(Math.max(...depths)).toBeGreaterThanOrEqual(5);
    expect(Math.max(...depths)).toBeLessThanOrEqual(6);
    const removed = posts.flatMap(commentsOf).filter(({ comment }) => comment.removed);
    expect(new Set(removed.map(({ comment }) => comment.removed))).toEqual(new Set(["author", "moderator"]));
    expect(removed.some(({ comment }) => (comment.replies ?? []).length > 0)).toBe(true);
  });

  it("has events that are timed, all day, over several days, past midnight, online, past and cancelled", () => {
    const events = demo.communities.flatMap((community) => community.events);
    const end = ({ startTime = "00:00", durationMinutes = 0 }) => {
      const [hours = 0, minutes = 0] = startTime.split(":").map(Number);
      return hours * 60 + minutes + durationMinutes;
    };
    expect(events.some((event) => event.allDay && event.days > 1)).toBe(true);
    expect(events.some((event) => event.allDay && event.days === 1)).toBe(true);
    expect(events.some((event) => !event.allDay && end(event) > MINUTES_PER_DAY)).toBe(true);
    expect(events.some(({ onlineUrl }) => onlineUrl)).toBe(true);
    expect(events.some(({ startsInDays }) => startsInDays < 0)).toBe(true);
    expect(events.some(({ cancelled }) => cancelled)).toBe(true);
  });
});

describe.each(demo.communities.map((community) => [community.slug, community] as const))(
  "%s",
  (_, community) => {
    const inside = entered(community);
    const joined = (person: string) => (inside.get(person)?.joinedDaysAgo ?? -1) * MINUTES_PER_DAY;

    it("has one owner, an admin and a moderator, all active, and nobody twice", () => {
      const active = community.members.filter(({ status }) => status === "active");
      expect(active.filter(({ role }) => role === "owner")).toHaveLength(1);
      expect(active.some(({ role }) => role === "admin")).toBe(true);
      expect(active.some(({ role }) => role === "moderator")).toBe(true);
      expect(duplicates(community.members.map(({ person }) => person))).toEqual([]);
      for (const { person, joinedDaysAgo } of community.members) {
        expect(peopleKeys).toContain(person);
        expect(joinedDaysAgo).toBeLessThanOrEqual(community.createdDaysAgo);
      }
    });

    it("keeps its groups among its active members", () => {
      const active = community.members
        .filter(({ status }) => status === "active")
        .map(({ person }) => person);
      expect(duplicates(community.groups.map(({ key }) => key))).toEqual([]);
      for (const group of community.groups) {
        expect(duplicates(group.members)).toEqual([]);
        expect(active).toEqual(expect.arrayContaining([...group.members]));
      }
    });

    it("has unique keys, a short tagline, one pinned post and valid places in time", () => {
      expect(community.tagline.length).toBeLessThanOrEqual(120);
      expect(community.accent).toMatch(/^#[0-9a-f]{6}$/u);
      expect(duplicates(community.posts.map(({ key }) => key))).toEqual([]);
      expect(duplicates(community.events.map(({ key }) => key))).toEqual([]);
      expect(community.posts.filter(({ pinned }) => pinned)).toHaveLength(1);
      for (const { timeZone } of [community, ...community.events, ...demo.people])
        expect(() => new Intl.DateTimeFormat("en", { timeZone })).not.toThrow();
    });

    it.each(community.posts.map((post) => [post.key, post] as const))(
      "post %s holds together",
      (_key, post) => {
        const group = community.groups.find(({ key }) => key === post.group);
        expect(group !== undefined).toBe(post.visibility === "group");
        if (community.privacy !== "public") expect(post.visibility).not.toBe("public");
        const mayRead = (person: string) => {
          if (group) return group.members.some((member) => member === person);
          return post.visibility === "me" ? person === post.author : inside.has(person);
        };
        expect(duplicates(post.likes)).toEqual([]);
        expect(duplicates(post.tags)).toEqual([]);
        expect(post.likes).not.toContain(post.author);
        expect([post.author, ...post.likes].filter((person) => !mayRead(person))).toEqual([]);
        expect(joined(post.author)).toBeGreaterThanOrEqual(post.minutesAgo);
        for (const { comment, parentMinutesAgo } of commentsOf(post)) {
          expect(mayRead(comment.author), comment.body).toBe(true);
          expect(comment.minutesAgo, comment.body).toBeLessThan(parentMinutesAgo);
          expect(comment.minutesAgo, comment.body).toBeGreaterThan(0);
          expect(joined(comment.author), comment.body).toBeGreaterThanOrEqual(comment.minutesAgo);
        }
      },
    );

    it("organises its events itself, each somewhere", () => {
      const active = community.members
        .filter(({ status }) => status === "active")
        .map(({ person }) => person);
      for (const event of community.events) {
        expect(active).toContain(event.organizer);
        expect(Boolean(event.place) || Boolean(event.onlineUrl)).toBe(true);
        if (event.allDay) expect(event.days).toBeGreaterThanOrEqual(1);
        else expect(event.startTime).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/u);
      }
    });

    it("reads like people: no shouting, no pictographs, no filler, no links elsewhere", () => {
      for (const text of proseOf(community)) {
        expect(text).not.toMatch(/[!¡]/u);
        expect(text).not.toMatch(/\p{Extended_Pictographic}/u);
        expect(text).not.toMatch(/lorem ipsum/iu);
        const links = text.match(/https?:\/\/[^\s)]+/gu) ?? [];
        for (const link of links) expect(new URL(link).hostname).toMatch(/^example\.(org|com)$/u);
      }
    });
  },
);
