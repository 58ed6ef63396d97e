import type { EventDetail } from "@/lib/events/schemas";
import { wallTimeAsUtc } from "@/lib/events/wall-time";
import { excerpt } from "@/lib/markdown/excerpt";
import type { FullPost } from "@/lib/posts/schemas";
import { communityUrl, networkUrl } from "@/lib/tenancy/links";
import type { Tenant } from "@/lib/tenants/schemas";
import { canonicalUrl } from "./canonical";

type Thing = Record<string, unknown>;

/** One or several things as schema.org names them. */
export interface Linked extends Thing {
  "@context": "https://schema.org";
}

const TEXT_LENGTH = 5_000;
const MINUTE = 60_000;

/** JSON that can stand in a script element: nothing in it can end the element or begin a comment. */
export function serializeJsonLd(data: Linked): string {
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function linked(thing: Thing): Linked {
  return { "@context": "https://schema.org", ...thing };
}

function communityThing(tenant: Tenant): Thing {
  const url = communityUrl(tenant, "/");
  const description = tenant.tagline || undefined;
  return { "@type": "Organization", "@id": `${url}#community`, name: tenant.name, description, url };
}

/** The network as a whole. */
export function describeNetwork(name: string, description: string): Linked {
  const url = networkUrl("/");
  const organization = { "@type": "Organization", "@id": `${url}#network`, name, description, url };
  const website = {
    "@type": "WebSite",
    "@id": `${url}#website`,
    name,
    url,
    publisher: { "@id": organization["@id"] },
    potentialAction: {
      "@type": "SearchAction",
      target: `${networkUrl("/communities")}?q={search_term_string}`,
      "query-input": "required name=search_term_string",
    },
  };
  return linked({ "@graph": [organization, website] });
}

/** A public community. */
export function describeCommunity(tenant: Tenant): Linked {
  const url = communityUrl(tenant, "/");
  const community = communityThing(tenant);
  const website = {
    "@type": "WebSite",
    "@id": `${url}#website`,
    name: tenant.name,
    url,
    inLanguage: tenant.locale,
    publisher: { "@id": community["@id"] },
  };
  return linked({ "@graph": [community, website] });
}

/** A public post, with how much was said about it. `name` stands for a title where it has none. */
export function describePosting(tenant: Tenant, post: FullPost, name: string): Linked {
  const url = canonicalUrl(tenant, `/p/${post.id}`);
  const counter = (action: string, count: number) => ({
    "@type": "InteractionCounter",
    interactionType: `https://schema.org/${action}`,
    userInteractionCount: count,
  });
  return linked({
    "@type": "DiscussionForumPosting",
    "@id": url,
    url,
    mainEntityOfPage: url,
    headline: name,
    text: excerpt(post.body, TEXT_LENGTH),
    inLanguage: tenant.locale,
    datePublished: post.created_at,
    dateModified: post.edited_at ?? post.created_at,
    author: { "@type": "Person", name: post.author.name },
    commentCount: post.comment_count,
    interactionStatistic: [
      counter("LikeAction", post.like_count),
      counter("CommentAction", post.comment_count),
    ],
    keywords: post.tags.length > 0 ? post.tags : undefined,
    isPartOf: { "@type": "WebSite", "@id": `${communityUrl(tenant, "/")}#website`, name: tenant.name },
    publisher: communityThing(tenant),
  });
}

/** A wall time (`YYYY-MM-DDTHH:MM`) with the offset that its zone has at the moment it means. */
export function withOffset(wall: string, at: string): string {
  const minutes = Math.round((wallTimeAsUtc(wall) - Date.parse(at)) / MINUTE);
  const size = Math.abs(minutes);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${wall}:00${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

function lastDay(endsLocal: string): string {
  return new Date(wallTimeAsUtc(endsLocal) - MINUTE).toISOString().slice(0, 10);
}

function eventPlaces(event: EventDetail): Thing[] {
  const { venue, city, country, online, url } = event;
  const named = venue ?? city ?? country;
  const place = named && {
    "@type": "Place",
    name: named,
    address: {
      "@type": "PostalAddress",
      addressLocality: city ?? undefined,
      addressCountry: country ?? undefined,
    },
  };
  return [
    ...(online ? [{ "@type": "VirtualLocation", url: url ?? undefined }] : []),
    ...(place ? [place] : []),
  ];
}

function attendanceMode(event: EventDetail, places: readonly Thing[]): string {
  if (!event.online) return "OfflineEventAttendanceMode";
  return places.length > 1 ? "MixedEventAttendanceMode" : "OnlineEventAttendanceMode";
}

/** A public event. An all-day one has dates, any other the time on the wall with its offset. */
export function describeEvent(tenant: Tenant, event: EventDetail): Linked {
  const url = canonicalUrl(tenant, `/events/${event.id}`);
  const { all_day: allDay, starts_local, ends_local, starts_at, ends_at } = event;
  const places = eventPlaces(event);
  return linked({
    "@type": "Event",
    "@id": url,
    url,
    name: event.title,
    description: excerpt(event.description, TEXT_LENGTH) || undefined,
    inLanguage: event.locale ?? tenant.locale,
    startDate: allDay ? starts_local.slice(0, 10) : withOffset(starts_local, starts_at),
    endDate: allDay ? lastDay(ends_local) : withOffset(ends_local, ends_at),
    eventStatus: `https://schema.org/${event.cancelled_at ? "EventCancelled" : "EventScheduled"}`,
    eventAttendanceMode: `https://schema.org/${attendanceMode(event, places)}`,
    location: places.length > 0 ? places : undefined,
    organizer: communityThing(tenant),
  });
}
