import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { CATALOGUES } from "@/lib/i18n/messages";
import { inboxHref, readInboxPlace } from "@/lib/inbox/place";
import { placeOfNotice, sentenceOf, subjectOf, sumUnread, tellWho } from "@/lib/inbox/rules";
import { NETWORK_ITSELF, NOTICE_KINDS } from "@/lib/inbox/schemas";

const people = (...names: string[]) => names.map((name, n) => ({ id: `${n}`, name, avatar: null }));

describe("who is behind a group", () => {
  it.each([
    [[], 0, false, { form: "nobody" }],
    [["Ana"], 0, false, { form: "one", first: "Ana" }],
    // Ten texts of one person are still one person.
    [["Ana"], 0, true, { form: "one", first: "Ana" }],
    [["Ana", "Ben"], 0, false, { form: "two", first: "Ana", second: "Ben" }],
    [["Ana", "Ben", "Cleo"], 0, false, { form: "many", first: "Ana", others: 2 }],
    [["Ana", "Ben", "Cleo"], 2, false, { form: "many", first: "Ana", others: 4 }],
    [["Ana", "Ben", "Cleo"], 7, true, { form: "more", first: "Ana", others: 9 }],
  ])("%j and %i others, more: %s", (names, others, more, told) => {
    expect(tellWho({ people: people(...names), others, more })).toEqual(told);
  });
});

describe("where a notification leads", () => {
  const post = { home_id: "home", id: "post" };
  it.each([
    ["reply", { post, comment: { id: "c1" } }, "community", "/p/post?comment=c1#c-c1"],
    ["mention", { post, comment: null }, "community", "/p/post"],
    [
      "reply",
      { post, comment: { id: "c1" }, tenant_id: "away", share_id: "s1" },
      "community",
      "/shared/s1?comment=c1#c-c1",
    ],
    ["share_asked", { post, share_id: "s1" }, "network", "/account/sharing"],
    ["share_answered", { post, share_id: "s1" }, "community", "/p/post"],
    ["share_waiting", { post, share_id: "s1", tenant_id: "away" }, "community", "/door"],
    ["connection_proposed", {}, "community", "/settings/sharing"],
    ["member_request", {}, "community", "/members"],
    ["member_approved", {}, "community", "/"],
  ] as const)("%s with %j", (kind, more, host, path) => {
    const notice = { kind, tenant_id: "home", share_id: null, post: null, comment: null, ...more };
    expect(placeOfNotice(notice)).toEqual({ host, path });
  });
});

it("says the words of a comment, else the title, else how the post begins", () => {
  const post = { home_id: "h", id: "p", title: null, excerpt: "It began" };
  expect(subjectOf({ post: { ...post, title: "Tides" }, comment: { id: "c", excerpt: "Yes" } })).toEqual({
    title: "Tides",
    words: "Yes",
  });
  expect(subjectOf({ post: { ...post, title: "Tides" }, comment: null })).toEqual({
    title: "Tides",
    words: null,
  });
  expect(subjectOf({ post, comment: null })).toEqual({ title: null, words: "It began" });
  expect(subjectOf({ post: null, comment: null })).toEqual({ title: null, words: null });
});

it("adds up what is unread, and does not take the unknown for none", () => {
  expect(sumUnread(null)).toBeNull();
  expect(sumUnread([])).toBe(0);
  expect(sumUnread([{ unread: 2 }, { unread: 40 }])).toBe(42);
  expect(sumUnread([{ unread: 60 }, { unread: 60 }])).toBe(100);
});

it("reads the address of a part of the inbox that it wrote", () => {
  const place = { filter: "mentions", community: "harbour", before: "abc", gone: false } as const;
  const query = Object.fromEntries(new URL(inboxHref(place), "http://x").searchParams);
  expect(readInboxPlace(query)).toEqual(place);
  expect(inboxHref({})).toBe("/inbox");
  expect(readInboxPlace({ show: "everything", c: ["a", "b"], gone: "" })).toEqual({
    filter: "all",
    community: "a",
    before: "",
    gone: true,
  });
});

describe.each(Object.entries(CATALOGUES))("in %s", (locale, messages) => {
  const t = createTranslator({ locale, messages, namespace: "inbox" });
  const tags = { who: () => "W", other: () => "O", first: () => "F", second: () => "S" };
  it("every kind has its sentence, for one and for several", () => {
    const outcomes = ["agreed", "shown", "declined", "refused"] as const;
    const keys = NOTICE_KINDS.flatMap((kind) =>
      kind === "share_answered"
        ? outcomes.map((outcome) => sentenceOf({ kind, outcome }))
        : [sentenceOf({ kind, outcome: null })],
    );
    for (const key of keys) {
      for (const count of [1, 2, 3, 11, 100]) {
        const said = t.markup(`kinds.${key}`, { ...tags, count });
        expect(said).not.toMatch(/inbox\.|[{}<>]/);
      }
    }
  });
  it("people are named in every form", () => {
    for (const form of ["one", "two", "many", "more"] as const) {
      expect(t.markup(`who.${form}`, { ...tags, others: 4 })).toContain("F");
    }
  });
});

it("what belongs to no community leads to its journey, an invitation to where it is answered", () => {
  const line = {
    tenant_id: NETWORK_ITSELF,
    share_id: null,
    post: null,
    comment: null,
    journey: { id: "j" },
  } as const;
  expect(placeOfNotice({ ...line, kind: "journey_invitation" })).toEqual({
    host: "network",
    path: "/journeys/invited/j",
  });
  for (const kind of ["journey_joined", "journey_comment"] as const) {
    expect(placeOfNotice({ ...line, kind })).toEqual({ host: "network", path: "/journeys/j" });
  }
});
