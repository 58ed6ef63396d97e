import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { describe, expect, it } from "vitest";
import type { FullPost } from "@/lib/posts/schemas";
import {
  describeCommunity,
  describeEvent,
  describePosting,
  serializeJsonLd,
  withOffset,
} from "@/lib/seo/json-ld";
import { hostileTitles } from "../../support/hostile-titles.ts";
import { eventOf, harbour } from "./examples.ts";

const detail = (title: string, over = {}) => ({
  ...eventOf(title),
  call_for_proposals_until: null,
  organizer_id: harbour.id,
  ...over,
});

const post: FullPost = {
  tenant_id: harbour.id,
  id: "00000000-0000-7000-8000-000000000009",
  title: "Knots",
  lead: "",
  body_length: 10,
  links: [],
  body: "Some **words**",
  kind: "discussion",
  types: [],
  tags: ["rope"],
  visibility: "public",
  created_at: "2026-11-20T21:28:49.01+00:00",
  edited_at: null,
  pinned_at: null,
  version: 1,
  author: { id: harbour.id, name: "Ana", avatar: null, role: "member", gone: false },
  like_count: 4,
  comment_count: 7,
  mine: null,
  liked: false,
  saved: false,
};

describe("data in a page's script element", () => {
  it.each(hostileTitles.map((title) => [title]))("stays data: %j", (title) => {
    const written = serializeJsonLd(
      describePosting(harbour, { ...post, title, body: title, tags: [title] }, title),
    );
    const nodes = parseFragment(`<script type="application/ld+json">${written}</script>`).childNodes;
    expect(nodes.map(({ nodeName }) => nodeName)).toEqual(["script"]);
    const [script] = nodes as DefaultTreeAdapterTypes.Element[];
    const [text] = script?.childNodes ?? [];
    const read = JSON.parse(text && "value" in text ? text.value : "");
    expect(read.headline).toBe(title);
    expect(read.commentCount).toBe(7);
  });
});

describe("what a page says it is about", () => {
  it("names a post's one address, its author and what was answered", () => {
    const owned = { ...harbour, domain: "harbour.example" };
    expect(describePosting(owned, post, "Knots")).toMatchObject({
      "@type": "DiscussionForumPosting",
      url: `http://harbour.example:3000/p/${post.id}`,
      text: "Some words",
      author: { "@type": "Person", name: "Ana" },
      interactionStatistic: [{ userInteractionCount: 4 }, { userInteractionCount: 7 }],
    });
    expect(describeCommunity(owned)).toMatchObject({
      "@graph": [{ "@type": "Organization" }, { "@type": "WebSite" }],
    });
  });

  it.each([
    ["2026-07-01T19:00", "2026-07-01T17:00:00+00:00", "2026-07-01T19:00:00+02:00"],
    ["2026-01-01T12:00", "2026-01-01T17:00:00+00:00", "2026-01-01T12:00:00-05:00"],
    ["2027-01-01T00:30", "2026-12-31T19:00:00+00:00", "2027-01-01T00:30:00+05:30"],
    ["2027-01-01T12:00", "2027-01-01T12:00:00+00:00", "2027-01-01T12:00:00+00:00"],
  ])("writes %s, which is %s, as %s", (wall, at, text) => {
    expect(withOffset(wall, at)).toBe(text);
    expect(Date.parse(text)).toBe(Date.parse(at));
  });

  it("tells where an event is and whether it takes place", () => {
    const at = (over: object) => describeEvent(harbour, detail("Talk", over));
    expect(at({})).toMatchObject({
      startDate: "2026-11-25T19:00:00+01:00",
      eventStatus: "https://schema.org/EventScheduled",
      eventAttendanceMode: "https://schema.org/OfflineEventAttendanceMode",
      location: [{ "@type": "Place", name: "Talk" }],
    });
    expect(
      at({
        online: true,
        venue: null,
        city: null,
        url: "https://meet.example/x",
        cancelled_at: "2026-11-02T00:00:00Z",
      }),
    ).toMatchObject({
      eventStatus: "https://schema.org/EventCancelled",
      eventAttendanceMode: "https://schema.org/OnlineEventAttendanceMode",
      location: [{ "@type": "VirtualLocation", url: "https://meet.example/x" }],
    });
    expect(at({ online: true })).toMatchObject({
      eventAttendanceMode: "https://schema.org/MixedEventAttendanceMode",
    });
    expect(
      at({ all_day: true, starts_local: "2026-12-01T00:00", ends_local: "2026-12-03T00:00" }),
    ).toMatchObject({
      startDate: "2026-12-01",
      endDate: "2026-12-02",
    });
  });
});
